"""No address answers with a 500, whoever asks, whatever stands in it or is sent to it."""

import re
from itertools import cycle, islice
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from cms.actions.set_up_site import set_up_site
from network.organisations.actions import grant_role
from network.organisations.invitation_links import token_of
from network.payments.models import PaymentAttempt
from tests.funding.conftest import make_fund, pledge_to
from tests.marketplace.buying import create_holder, create_order
from tests.marketplace.factories import create_category, create_live_listing, create_seller
from tests.network.organisations.factories import create_coordinator
from tests.network.organisations.test_inviting import create_invitation
from tests.network.people.factories import create_person, sign_in_as

HOSTILE = ["", "\x00", "x' OR 1=1 --", "๑๒๓", "-1", "9" * 400, "1_0", "é\u202e😀", "zh-hans", "//evil.example", "NaN"]
QUERY_NAMES = re.findall(
    r"\w+",
    "q after before page p category district maker place kind ships to next sort code season country postcode "
    "day pay way dimension lang o e lookup ordering ids id month letter limit offset position",
)
RAW_QUERIES = ["q=%FF%FE&after=%ED%A0%80&page=%", "after=" + "9" * 3000, "after[]=1&q[]=a&=&&%00=%00"]
FIELD_NAMES = re.findall(
    r"\w+",
    "quantity amount price satang name contact phone email code login password shown_as pay total key terms way get "
    "country place line1 reason account text title weight stock to number tracking carrier picture photo bank",
)
# Leaves the session that is asked with, or raises on purpose so that an operator sees what a breakdown looks like.
LEFT_OUT = ("logout", "sign-out", "failwhale", "sessions")
INVENTED = {"int": "9" * 30, "uuid": "00000000-0000-0000-0000-000000000000", "path": "../a%00", "str": "a%00'b"}
PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
OPTIONAL = re.compile(r"\\?[\^$?]|\\")
GROUP = re.compile(r"\((?:\?P<\w+>|\?!)?[^()]*(?:\([^()]*\)[^()]*)?\)[*+]?")


def patterns(resolver, before=""):
    """The pattern of every address, those of included modules too."""
    for entry in resolver.url_patterns:
        whole = before + str(entry.pattern)
        yield from patterns(entry, whole) if hasattr(entry, "url_patterns") else [whole]


def addresses(pattern, real):
    """The pattern with what really stands there, if anything does, and with something invented."""
    if "(" in pattern:
        return [OPTIONAL.sub("", GROUP.sub(value, pattern)) for value in ("1", "x")]
    names = PARAMETER.findall(pattern)
    if not names:
        return [pattern]
    known = next((values for start, values in real.items() if pattern.startswith(start)), {})
    invented = [INVENTED.get(converter, "zzz") for converter, _name in names]
    return [fill(pattern, [known.get(name, "1") for _converter, name in names]), fill(pattern, invented)]


def fill(pattern, values):
    values = iter(values)
    return PARAMETER.sub(lambda _match: next(values), pattern)


def junk(names, turn):
    """Each name with something that no form would send."""
    return dict(zip(names, islice(cycle(HOSTILE), turn, None), strict=False))


def asks(client, path, turn, *, how):
    """Ways to ask at one address: plainly, with junk in the query, and posting without fields and with strange ones."""
    query = f"{urlencode(junk(QUERY_NAMES, turn))}&{RAW_QUERIES[turn % len(RAW_QUERIES)]}"
    ways = {
        "plain": lambda: client.get(path),
        "query": lambda: client.get(path, QUERY_STRING=query),
        "empty": lambda: client.post(path),
        "fields": lambda: client.post(path, junk(FIELD_NAMES, turn)),
    }
    return [ways[name] for name in how]


def status(ask):
    """What came back, or what it died of; whatever it wrote is taken back."""
    try:
        with transaction.atomic():
            answer = ask()
            transaction.set_rollback(True)
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"[:200]
    return answer.status_code


def crawl(client, wanted, real, *, how, invented):
    """(address, answer) of everything that is broken."""
    broken = []
    for turn, pattern in enumerate(wanted):
        first, *others = addresses(pattern, real)
        sent = asks(client, f"/{first}", turn, how=how)
        sent += [ask for path in others for ask in asks(client, f"/{path}", turn, how=invented)]
        answers = {status(ask) for ask in sent}
        broken += [(pattern, answer) for answer in answers if isinstance(answer, str) or answer >= 500]
    return broken


def is_staffs(pattern):
    return f"/{pattern}".startswith(settings.STAFF_PATHS)


@pytest.fixture
def site(db, settings):
    """One of each: a front page, goods on the shelf, an order that waits for its money, a fund with a pledge.

    What is known of it: {start of a pattern: {parameter: what really stands there}}, the longest start first.
    """
    settings.RATELIMIT_ENABLE, settings.ACCOUNT_RATE_LIMITS = False, {}
    set_up_site()
    create_holder()
    seller = create_seller()
    listing = create_live_listing(seller)
    order = create_order(listing)
    fund = make_fund()
    pledge, _attempt = pledge_to(fund)
    invitation = create_invitation(by=create_coordinator(email="coordinator@example.org"))
    return SimpleNamespace(seller=seller.person, real=what_stands(listing, order, fund, pledge, invitation))


def what_stands(listing, order, fund, pledge, invitation):
    attempt = PaymentAttempt.objects.get(parts__ref=order.ref)
    return {
        "desk/invitations/": {"public_id": invitation.public_id},
        "th/members/invitation/": {"token": token_of(invitation)},
        "s/": {"public_id": listing.owner.public_id},
        "desk/goods/": {"public_id": listing.public_id, "stem": listing.images.get().stem},
        "desk/orders/": {"public_id": order.consignments.get().public_id},
        "desk/funds/": {"slug": fund.slug},
        "p/": {"public_id": listing.public_id},
        "th/funds/pledges/": {"token": pledge.token},
        "th/funds/": {"slug": fund.slug},
        "th/orders/": {"token": order.token, "position": "1"},
        "th/pay/": {"token": attempt.token, "refund": "1"},
        "th/shop/basket/": {"public_id": listing.public_id},
        "th/shop/c/": {"slug": create_category().slug},
        "th/shop/p/": {"slug": listing.slug},
        "th/me/": {"name": "orders"},
        "language/": {"code": "en"},
    }


def nobody(site):
    return None


def buyer(site):
    return create_person()


def seller(site):
    return site.seller


def staff(site):
    """Whoever may do everything: each role, and the superuser's rights."""
    person = create_person(is_staff=True, is_superuser=True)
    for role in ("admin", "editor", "reviewer", "treasurer", "coordinator"):
        grant_role(person, role)
    return person


def client_of(person):
    client = Client()
    if person:
        sign_in_as(client, person)
    return client


EVERY = [pattern for pattern in patterns(get_resolver()) if not any(word in pattern for word in LEFT_OUT)]


@pytest.mark.parametrize(
    ("who", "how"),
    [
        (nobody, ("plain", "query", "empty", "fields")),
        (buyer, ("query", "fields")),
        (seller, ("plain", "query", "empty", "fields")),
        (staff, ("query", "empty")),
    ],
)
def test_nothing_that_readers_sellers_and_stewards_can_reach_breaks(site, who, how):
    client = client_of(who(site))
    wanted = [pattern for pattern in EVERY if not is_staffs(pattern)]
    assert crawl(client, wanted, site.real, how=how, invented=("fields",) if who is nobody else ("query",)) == []


@pytest.mark.parametrize(
    ("screens", "how", "invented"),
    [
        ("cms/", ("query", "empty"), ("query",)),
        ("dashboard/", ("query", "empty"), ("query",)),
        ("django-admin/", ("query",), ()),
    ],
)
def test_nothing_that_staff_can_reach_breaks(site, screens, how, invented):
    """Borrowed screens; Django's admin takes nothing in, which test_admin_site.py shows."""
    client = client_of(staff(site))
    wanted = [pattern for pattern in EVERY if pattern.startswith(screens)]
    assert crawl(client, wanted, site.real, how=how, invented=invented) == []


def test_every_screen_of_staff_is_among_those():
    assert {path.strip("/") for path in settings.STAFF_PATHS} == {"cms", "dashboard", "django-admin"}
