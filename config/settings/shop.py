"""Oscar's settings; what is not named here keeps Oscar's default."""

from django.urls import reverse_lazy
from oscar.defaults import *  # noqa: F403

from .province import DEFAULT_FROM_EMAIL, SITE_NAME

OSCAR_SHOP_NAME = SITE_NAME["en"]
OSCAR_HOMEPAGE = reverse_lazy("catalogue:index")
OSCAR_DEFAULT_CURRENCY = "THB"
OSCAR_FROM_EMAIL = DEFAULT_FROM_EMAIL
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_SLUG_FUNCTION = "marketplace.catalogue.slugs.oscar_slug"
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "postcode", "country")
OSCAR_EAGER_ALERTS = False
OSCAR_DELETE_IMAGE_FILES = False
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 999
OSCAR_THUMBNAILER = "marketplace.catalogue.thumbnails.Thumbnailer"

# Oscar's modules import haystack at start; it is configured but not installed (traps of 4.2).
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}

# The dashboard's menu, without what marketplace/dashboard/guard.py closes.
DASHBOARD_CLOSED = {
    "dashboard:stock-alert-list",
    "dashboard:user-alert-list",
    "dashboard:page-list",
    "dashboard:comms-list",
    "dashboard:reports-index",
    "dashboard:order-stats",
}
OSCAR_DASHBOARD_NAVIGATION = [
    {**item, "children": [child for child in item.get("children", []) if child["url_name"] not in DASHBOARD_CLOSED]}
    for item in OSCAR_DASHBOARD_NAVIGATION  # noqa: F405
    if item.get("url_name") not in DASHBOARD_CLOSED
]

# What the network keeps of a sale unless a rule of its own says otherwise, in hundredths of a percent.
NETWORK_FEE_BP = 1000

# Cash at pick-up: how many such orders one buyer may have open, and the most that one may cost, in satang.
CASH_ORDERS_AT_ONCE = 2
CASH_AT_MOST = 2_000_00
