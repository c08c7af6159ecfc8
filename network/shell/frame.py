"""The frame around every page: where one can go from anywhere."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .in_app import app_of

TABS = [
    ("", _("Home"), "home"),
    ("shop/", _("Shop"), "shop"),
    ("trips/", _("Visit"), "visit"),
    ("funds/", _("Give"), "give"),
    ("me/", _("Me"), "me"),
]
TOP = [
    ("shop/", _("Shop")),
    ("trips/", _("Visit")),
    ("funds/", _("Give")),
    ("stories/", _("Stories")),
    ("members/", _("Members")),
]
FOOT = [
    (
        _("Explore"),
        [
            ("shop/", _("Local goods")),
            ("trips/", _("Community trips")),
            ("market/", _("Pre-orders")),
            ("stories/", _("Stories")),
            ("events/", _("Events")),
        ],
    ),
    (
        _("Support"),
        [
            ("funds/", _("Funds and their books")),
            ("campaigns/", _("Campaigns")),
            ("members/", _("Members of the network")),
            ("data/", _("Indicators and data")),
            ("learn/", _("Learn")),
        ],
    ),
    (
        _("Help"),
        [
            ("orders/", _("Find my order")),
            ("delivery/", _("Delivery and returns")),
            ("contact/", _("Contact us")),
            ("about/", _("About us")),
        ],
    ),
]
LEGAL_FACTS = [
    (_("Registration no."), "REGISTRATION_NUMBER"),
    (_("E-commerce registration no."), "ECOMMERCE_NUMBER"),
    (_("Address"), "LEGAL_ADDRESS"),
    (_("Phone"), "LEGAL_PHONE"),
]
SMALL_PRINT = [("terms/", _("Terms")), ("privacy/", _("Privacy")), ("status/", _("How things stand"))]


@dataclass(frozen=True)
class Way:
    """A link of the frame; `current` when the reader stands on it or below."""

    path: str
    label: str
    icon: str = ""
    current: bool = False


class Frame:
    """What base.html asks for, worked out only when it asks; needs neither session nor database."""

    def __init__(self, request=None):
        self.request = request
        self.path = request.path if request else ""
        self.root = f"/{get_language()}/"

    def way(self, path, label, icon=""):
        target = self.root + path
        current = self.path == target or bool(path) and self.path.startswith(target)
        return Way(target, label, icon, current)

    @property
    def home(self):
        return self.root

    desk = "/desk/"

    @property
    def is_demo(self):
        """Then each page says so, for whoever comes by a link."""
        return settings.DEMO

    @property
    def in_app(self):
        """Whose browser it is, if it is a chat app's."""
        return app_of(self.request) if self.request else ""

    @property
    def contact(self):
        return f"{self.root}contact/"

    @property
    def search(self):
        return f"{self.root}search/"

    @property
    def basket(self):
        return f"{self.root}shop/basket/"

    @property
    def me(self):
        return f"{self.root}me/"

    @cached_property
    def tabs(self):
        return [self.way(*tab) for tab in TABS]

    @cached_property
    def top(self):
        return [self.way(*way) for way in TOP]

    @cached_property
    def foot(self):
        return [(title, [self.way(*way) for way in ways]) for title, ways in FOOT]

    @cached_property
    def legal_facts(self):
        """Who answers for the site before the law: [(words, value)], of what is known."""
        return [(label, value) for label, name in LEGAL_FACTS if (value := getattr(settings, name))]

    @property
    def legal_name(self):
        return settings.LEGAL_NAME

    @cached_property
    def small_print(self):
        return [self.way(*way) for way in SMALL_PRINT]
