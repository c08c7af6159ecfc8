"""QR codes of our own addresses, drawn on the spot: no picture is kept, and none is fetched from elsewhere."""

import segno
from django.utils.safestring import mark_safe


def qr_svg(address):
    """For a page: an SVG that stands in it and takes the size it is given, always dark on light."""
    drawing = segno.make(address, error="m").svg_inline(scale=6, border=4, light="white", omitsize=True)
    return mark_safe(drawing)  # noqa: S308  drawn by us


def qr_uri(address):
    """For paper: the address of a picture that carries itself."""
    return segno.make(address, error="m").svg_data_uri(scale=6, border=2, light="white", omitsize=True)
