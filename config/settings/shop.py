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
OSCAR_SLUG_FUNCTION = "network.words.slugs.slugify"
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "postcode", "country")
OSCAR_EAGER_ALERTS = False
OSCAR_DELETE_IMAGE_FILES = False
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 999
OSCAR_THUMBNAILER = "marketplace.catalogue.thumbnails.Thumbnailer"

# Oscar's modules import haystack at start; it is configured but not installed (traps of 4.2).
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
