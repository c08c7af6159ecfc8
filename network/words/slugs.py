"""Addresses that a person can read aloud: น้ำตาลโตนด → namtantont.

Django's own slugs drop Thai vowels and tone marks; pythainlp romanises by the Royal Institute's rules. It is loaded by
the first Thai text that needs it (0.7 s, 80 MB), so that a process which only serves pages stays small.
"""

import re
from functools import cache

from anyascii import anyascii
from django.utils.module_loading import import_string
from django.utils.text import slugify as django_slugify

LONGEST = 80
THAI = re.compile(r"[\u0e00-\u0e7f]+")


@cache
def royal_institute():
    return import_string("pythainlp.transliterate.royin.romanize")


def romanise(text):
    """Latin letters for any script; Thai by the Royal Institute's rules, what they leave by its letters' names."""
    return anyascii(THAI.sub(lambda thai: royal_institute()(thai[0]), text))


def slugify(text):
    """A romanised slug of at most 80 characters; "listing" where nothing is left of the text."""
    slug = django_slugify(romanise(str(text)))
    if len(slug) > LONGEST:
        slug = slug[:LONGEST].rpartition("-")[0] or slug[:LONGEST]
    return slug or "listing"


def unique_slug(text, taken, *, field="slug"):
    """The text's slug, or the first of `slug-2`, `slug-3` … that no row of the queryset `taken` has."""
    slug = slugify(text)
    used = set(taken.filter(**{f"{field}__startswith": slug}).values_list(field, flat=True))
    number, free = 1, slug
    while free in used:
        number += 1
        free = f"{slug}-{number}"
    return free
