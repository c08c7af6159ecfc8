"""The categories as pages show them, read once in a while: they change far more rarely than pages are read."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from .models import Category

SECONDS = 300


@dataclass(frozen=True)
class MenuItem:
    """A category in the reader's language; `parent` is the slug of the one above."""

    slug: str
    name: str
    line: str
    path: str
    parent: str


def menu():
    """The public categories in the tree's order."""
    return cache.get_or_set(key_in(get_language()), _read, SECONDS)


def forget_menu():
    """To be called when a category has changed."""
    cache.delete_many([key_in(language) for language, _name in settings.LANGUAGES])


def key_in(language):
    return f"catalogue:menu:{language}"


def menu_item(slug):
    """The public category of that address, or None."""
    return next((item for item in menu() if item.slug == slug), None)


def with_parents(slugs):
    """The items of these slugs and all above them, from the top."""
    known = {item.slug: item for item in menu()}
    wanted = set()
    for slug in slugs:
        while slug in known and slug not in wanted:
            wanted.add(slug)
            slug = known[slug].parent
    return [item for item in known.values() if item.slug in wanted]


def _read():
    by_path, found = {}, []
    for category in Category.objects.browsable().order_by("path").prefetch_related("texts"):
        text = category.in_language()
        by_path[category.path] = category.slug
        parent = by_path.get(category.path[: -category.steplen], "")
        name, line = (text.name, text.line) if text else (category.name, "")
        found.append(MenuItem(category.slug, name, line, category.get_absolute_url(), parent))
    return found
