"""Addresses that a person can read aloud."""

from anyascii import anyascii
from django.utils.text import slugify as django_slugify


def slugify(text):
    """A romanised slug; "listing" where nothing is left of the text."""
    return django_slugify(anyascii(str(text))) or "listing"
