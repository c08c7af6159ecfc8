"""Render the icons of the site from the SVG marks in `static/brand/`."""

import re
from pathlib import Path

from PIL import Image

from demo.art.raster import render, save_png

BRAND = Path(__file__).resolve().parents[2] / "static" / "brand"
LAKE, SAND, INK = "#0F6B68", "#FFFCF7", "#0B5452"
WAVE = "c30 0 30-16 60-16s30 16 60 16"


def inner(name: str, colour: str = INK) -> str:
    """The shapes inside one of the SVG files, without its outer tag."""
    text = (BRAND / name).read_text()
    return re.search(r"<svg[^>]*>(.*)</svg>", text, re.DOTALL)[1].replace("currentColor", colour)


def icon(size: int, name: str, *, zoom: float = 1, square: bool = False) -> None:
    """The reversed mark on its tile; `square` fills the corners for masks, `zoom` keeps it inside."""
    shift = 32 * (1 - zoom)
    corner = f'<rect width="64" height="64" fill="{LAKE}"/>' if square else ""
    mark = f'<g transform="translate({shift} {shift}) scale({zoom})">{inner("favicon.svg")}</g>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{corner}{mark}</svg>'
    save_png(render(svg, size), BRAND / name)


def wordmark(name: str, x: float, y: float, scale: float, colour: str) -> str:
    shapes = inner(name).replace("<title>", "<desc>").replace("</title>", "</desc>")
    return f'<g fill="{colour}" transform="translate({x} {y}) scale({scale})">{shapes}</g>'


def waves(y: float, colour: str, opacity: float = 1) -> str:
    line = f"M-30 {y}" + WAVE * 11
    return f'<path d="{line}V640H-30z" fill="{colour}" opacity="{opacity}"/>'


def sharing_picture() -> None:
    """The picture that a shared link shows when its page has none: 1200 × 630."""
    mark = f'<g transform="translate(120 110) scale(4.9)">{inner("logo.svg")}</g>'
    words = wordmark("wordmark-th.svg", 500, 262, 2.3, INK) + wordmark("wordmark-en.svg", 506, 380, 1.42, "#8A5A00")
    lake = waves(496, "#B9DDD8") + waves(540, "#6FC7BF") + waves(584, LAKE)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">'
        f'<rect width="1200" height="630" fill="{SAND}"/>{lake}{mark}{words}</svg>'
    )
    save_png(render(svg, 1200), BRAND / "og-default.png", 96)


def draw_brand() -> None:
    icon(192, "icon-192.png")
    icon(512, "icon-512.png")
    icon(512, "icon-maskable-512.png", zoom=0.82, square=True)
    icon(180, "apple-touch-icon.png", square=True)
    icon(48, "favicon-48.png")
    with Image.open(BRAND / "favicon-48.png") as picture:
        picture.convert("RGBA").save(BRAND / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
    (BRAND / "favicon-48.png").unlink()
    sharing_picture()
