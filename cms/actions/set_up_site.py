"""An empty site made ready: languages, the site, front pages, sections and pages of information, in Thai and English."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sites.models import Site as DjangoSite
from django.core.cache import cache
from django.db import transaction
from wagtail.models import Locale, Page, Site

from network.clock import now
from network.shell.identity import identity, keep

from ..models import HomePage, InfoPage, SectionPage
from .front_page import front_page
from .roles import set_up_roles
from .shelves import stock_shelves
from .whose_site import settle

TEXTS = Path(__file__).parent.parent / "texts"
LANGUAGES = ("th", "en")
HOMES = {"th": "home", "en": "home-en"}
HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


@transaction.atomic
def set_up_site(whose=None):
    """Make what is missing and leave what stands: editors' work is never overwritten. Returns the Thai front page.

    `whose` is the identity it gets: its districts, first shelves and dimensions come along. Without, it is as named
    already, and what else it needs is left to the caller.
    """
    if whose:
        furnish(whose)
    texts = json.loads((TEXTS / "pages.json").read_text())
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    homes = plant(Page.get_first_root_node(), HomePage, HOMES, texts["home"], home_fields)
    point_sites_to(homes["th"], whose or identity())
    for slug, told in texts["sections"].items():
        plant(homes, SectionPage, slug, told)
    for slug, told in texts["info"].items():
        plant(homes, InfoPage, slug, told, lambda language, slug=slug, told=told: info_fields(slug, language, told))
    set_up_roles()
    if whose and whose != identity():
        keep(whose)
        cache.clear()
    return homes["th"]


def furnish(whose):
    """Districts, shelves and dimensions."""
    if whose.province:
        settle(identity(), whose)
    stock_shelves()


def plant(parents, model, slugs, texts, fields=lambda language: {}):
    """{language: page}: one page below each parent, translations of one another; those that stand are left alone."""
    pages = {}
    for language in LANGUAGES:
        parent = parents[language] if isinstance(parents, dict) else parents
        slug = slugs[language] if isinstance(slugs, dict) else slugs
        pages[language] = model.objects.child_of(parent).filter(slug=slug).first() or add_page(
            parent, model, slug, language, pages.get("th"), {**texts[language], **fields(language)}
        )
    return pages


def add_page(parent, model, slug, language, source, fields):
    """A live page below `parent`, the translation of `source` if there is one."""
    make_room(parent, slug)
    page = model(slug=slug, locale=Locale.objects.get(language_code=language), live=True, **fields)
    page.first_published_at = page.last_published_at = now()
    if source:
        page.translation_key = source.translation_key
    return parent.add_child(instance=page)


def make_room(parent, slug):
    """Wagtail's own welcome page has the first front page's slug; nobody made it, nobody misses it."""
    for page in Page.objects.child_of(parent).filter(slug=slug):
        if page.specific_class is Page:
            page.slug = f"wagtail-{page.pk}"
            page.save()


def home_fields(language):
    return {"body": front_page(language)}


def info_fields(slug, language, told):
    """The text of a page of information, from its file: headings and paragraphs."""
    parts = HEADING.split((TEXTS / f"{slug}.{language}.html").read_text().strip())
    blocks = [("paragraph", parts[0])] if parts[0].strip() else []
    for title, text in zip(parts[1::2], parts[2::2], strict=True):
        blocks += [("heading", title), ("paragraph", text.strip())]
    return {"body": blocks, "version": told.get("version", "")}


def point_sites_to(home, told):
    """Wagtail's and Django's one site, at the settings' address."""
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port, site.root_page = address.hostname, port, home
    site.site_name = told.site["th"]
    site.save()
    Page.objects.filter(slug__startswith="wagtail-", depth=2).delete()
    domain = address.netloc
    DjangoSite.objects.update_or_create(pk=settings.SITE_ID, defaults={"domain": domain, "name": told.site["en"]})
