"""The colours as the style sheets state them, and how well one reads on another."""

import re

from network.shell.assets import STATIC

DECLARATION = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6}|var\(--([a-z0-9-]+)\))\s*;")

# (what is written, what it is written on, least contrast): text 4.5, edges and drawings 3 (WCAG 2.2 AA).
PAIRS = [
    *[(text, ground, 4.5) for text in ["text", "text-soft", "text-muted"] for ground in ["page", "band", "sunken"]],
    *[(text, ground, 4.5) for text in ["lake", "lake-strong", "clay", "clay-strong"] for ground in ["page", "band"]],
    *[(text, ground, 4.5) for text in ["palm", "marigold", "rose"] for ground in ["page", "band"]],
    ("on-lake", "lake", 4.5),
    ("on-lake", "lake-strong", 4.5),
    ("on-clay", "clay", 4.5),
    ("on-clay", "clay-strong", 4.5),
    ("on-marigold", "marigold-fill", 4.5),
    ("lake-strong", "lake-tint", 4.5),
    ("clay-strong", "clay-tint", 4.5),
    ("palm", "palm-tint", 4.5),
    ("marigold", "marigold-tint", 4.5),
    ("rose", "rose-tint", 4.5),
    *[("text", f"{tint}-tint", 4.5) for tint in ["lake", "clay", "palm", "marigold", "rose"]],
    ("text-soft", "lake-tint", 4.5),
    ("on-deep", "deep", 4.5),
    ("on-deep-soft", "deep", 4.5),
    ("marigold-fill", "deep", 4.5),
    ("line-field", "page", 3),
    ("line-field", "band", 3),
    ("water", "lake-tint", 3),
    ("focus", "page", 3),
    ("focus", "band", 3),
    ("focus", "focus-gap", 3),
]


def declared(sheet):
    """Token → hex or the name of another token, as one sheet of static/css says."""
    text = (STATIC / "css" / sheet).read_text()
    return {name: other or value for name, value, other in DECLARATION.findall(text)}


def palette(dark=False, changed=None):
    """Token → hex, by day or in the evening; `changed` are tokens of a site's own."""
    stated = declared("tokens.css") | (declared("dark.css") if dark else {}) | (changed or {})

    def resolve(name):
        value = stated[name]
        return value if value.startswith("#") else resolve(value)

    return {name: resolve(name) for name, value in stated.items() if value.startswith("#") or value in stated}


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def contrasts(dark=False):
    """(text, ground, contrast, least) for each pair the design uses."""
    colours = palette(dark)
    return [(text, ground, round(contrast(colours[text], colours[ground]), 1), least) for text, ground, least in PAIRS]
