"""What the templates of pages ask for."""

from types import SimpleNamespace

from django import template
from django.templatetags.static import static
from django.utils.translation import get_language

from ..addresses import absolute

register = template.Library()

OG_LOCALES = {"th": "th_TH", "en": "en_GB", "ms": "ms_MY", "zh-hans": "zh_CN"}
ICONS = {"buy": "basket", "visit": "visit", "support": "give"}
SHAPES = {"buy": "", "visit": "wide", "support": "wide"}


@register.filter
def og_locale(language):
    return OG_LOCALES.get(language, language)


@register.filter
def way_icon(way):
    return ICONS[way]


@register.filter
def way_shape(way):
    return SHAPES[way]


@register.simple_tag
def shared_picture(page):
    """The picture of a shared link with its whole address; the network's own where a page has none."""
    shown = page.shared_picture()
    if shown is None:
        return SimpleNamespace(url=absolute(static("brand/og-default.png")), width=1200, height=630, alt="")
    return SimpleNamespace(url=absolute(shown.url), width=shown.width, height=shown.height, alt=shown.alt)


@register.simple_tag
def maker_of(card):
    """A member's card as components/maker_card.html wants it."""
    return {
        "name": card.title,
        "place": card.place,
        "words": card.line,
        "path": card.path,
        "picture_url": card.picture_url,
        "badges": card.badges,
    }


@register.simple_tag
def section_of(kind):
    """The address of the list of this kind, "" for none."""
    return f"/{get_language()}/{kind.section}" if kind else ""


@register.simple_tag
def basin(progress):
    """The water of a fund as a path in a square of 120: a surface with a wave, at the height of its progress."""
    surface = 120 - min(max(progress or 0, 4), 100) * 1.08
    crest = "q7.5 -5 15 0 t15 0 15 0 15 0 15 0 15 0 15 0 15 0"
    return f"M0 {surface:.1f} {crest} V120 H0 Z"
