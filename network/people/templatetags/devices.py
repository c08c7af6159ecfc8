"""Devices and their keys as people know them."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

SYSTEMS = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows")]
SYSTEMS += [("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")]
BROWSERS = [
    ("Line/", "LINE"),
    ("FBAN", "Facebook"),
    ("FBAV", "Facebook"),
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung"),
]
BROWSERS += [("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]


@register.filter
def in_fours(key):
    """A long key in groups that the eye can keep."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


@register.filter
def device(user_agent):
    """Browser and system of a User-Agent header: good enough to recognise one's own."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return ", ".join(filter(None, [browser, system])) or _("Unknown device")
