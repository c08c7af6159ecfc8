"""Every public address: pages, and whatever has a card (goods and funds too), each in the languages it is written in."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import F
from wagtail.models import Page

from network.cards.models import Card

from .addresses import public_path
from .models import HomePage, InfoPage, SectionPage


class OurSitemap(Sitemap):
    """Addresses at the settings' host, whatever name the crawler used."""

    limit = 10_000
    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class CardSitemap(OurSitemap):
    def items(self):
        cards = Card.objects.filter(language__in=settings.LANGUAGES_OFFERED, text_language=F("language"))
        return cards.only("path", "published_at").order_by("pk")

    def location(self, card):
        return card.path


class PageSitemap(OurSitemap):
    """Front pages, sections and information; all other pages have cards."""

    def items(self):
        pages = Page.objects.live().public().type(HomePage, SectionPage, InfoPage)
        offered = pages.filter(locale__language_code__in=settings.LANGUAGES_OFFERED)
        return offered.select_related("locale").order_by("pk")

    def location(self, page):
        return public_path(page.locale.language_code, page.url_path)

    def lastmod(self, page):
        return page.last_published_at


SITEMAPS = {"pages": PageSitemap, "cards": CardSitemap}
