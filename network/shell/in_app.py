"""Browsers inside chat apps: most links open there, and downloads, wallets and sign-ins elsewhere fail there."""

import re

# What these apps write into their browser's name; LINE documents "Line/", Meta's apps the bracketed words.
APPS = {
    "line": re.compile(r"\bLine/\d", re.ASCII),
    "facebook": re.compile(r"\bFBAN/|\bFBAV/|\bFB_IAB/", re.ASCII),
    "instagram": re.compile(r"\bInstagram \d", re.ASCII),
}
ANDROID = re.compile(r"\bAndroid\b", re.ASCII)


def app_of(request):
    """ "line", "facebook", "instagram", or "" for a browser of its own."""
    name = request.headers.get("User-Agent", "")
    return next((app for app, words in APPS.items() if words.search(name)), "")


def way_out(request, url):
    """The address that leaves the app for the phone's browser; the plain one where no app has such a way.

    LINE opens `openExternalBrowser=1` outside (developers.line.biz, LINE URL scheme); on Android every other app hands
    an `intent:` over to the browser that the person has chosen.
    """
    if app_of(request) == "line":
        return f"{url}{'&' if '?' in url else '?'}openExternalBrowser=1"
    if app_of(request) and ANDROID.search(request.headers.get("User-Agent", "")):
        scheme, _colon, rest = url.partition("://")
        return f"intent://{rest}#Intent;scheme={scheme};action=android.intent.action.VIEW;end"
    return url
