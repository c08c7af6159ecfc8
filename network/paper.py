"""Pages on paper: HTML made into a PDF, where the system can.

WeasyPrint needs Pango. It is loaded at the first document, not at start: it costs memory that most workers never
need, and without Pango everything else goes on.
"""

import importlib
import re
from functools import cache

from django.template.loader import render_to_string
from PIL import ImageFile


@cache
def weasyprint():
    """The library, or None where Pango is missing."""
    try:
        library = importlib.import_module("weasyprint")
    except OSError:
        return None
    # It lets every picture of the process be cut short; uploads that are half there must go on being refused.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return library


def can_print():
    return weasyprint() is not None


def render_pdf(template, context, *, request=None):
    """The template as PDF bytes, or None without Pango: the caller then answers with the page and says why."""
    library = weasyprint()
    if library is None:
        return None
    html = open_sara_am(render_to_string(template, context, request=request))
    return library.HTML(string=html, url_fetcher=our_files()).write_pdf()


def open_sara_am(html):
    """Write ำ as its two parts, ํ and า, the tone mark between them.

    A font draws ำ with the glyph of า; a PDF remembers one letter per glyph, and every า of the document would be
    copied and searched as ำ. The parts look the same on paper, and are what Unicode calls compatible (NFKC).
    """
    return re.sub("([\u0e48-\u0e4b]?)\u0e33", "\u0e4d\\1\u0e32", html)


@cache
def our_files():
    """Fetches letters and pictures of our own disk only: a document never calls out."""
    urls = importlib.import_module("weasyprint.urls")
    return urls.URLFetcher(allowed_protocols=["file", "data"])
