"""The version of the texts that people agree to, as the Thai page says it; the other languages translate that one."""

from django.conf import settings
from django.core.cache import cache

from .models import InfoPage

KEPT = 60


def version_of(name):
    """From the cache for a minute, and forgotten when the page is published; "" for a page that does not stand."""
    key = f"cms.version:{name}"
    version = cache.get(key)
    if version is None:
        pages = InfoPage.objects.live().filter(slug=name, locale__language_code=settings.LANGUAGE_CODE)
        version = pages.values_list("version", flat=True).first() or ""
        cache.set(key, version, KEPT)
    return version


def forget_version(name):
    cache.delete(f"cms.version:{name}")
