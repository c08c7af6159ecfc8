"""What the templates of pages ask for."""

from types import SimpleNamespace

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.templatetags.wagtailcore_tags import richtext

from network.organisations.certified import shown_certificates
from network.organisations.public_contacts import ways_to
from network.shell.sign import share_picture
from network.words.dates import BUDDHIST
from network.words.rich_text import clean_rich_text

from ..addresses import absolute

register = template.Library()

OG_LOCALES = {"th": "th_TH", "en": "en_GB", "ms": "ms_MY", "zh-hans": "zh_CN"}
ICONS = {"buy": "basket", "visit": "visit", "support": "give"}
JAR = (
    "M32 3h36c4 0 4 7 0 8l-3 1c-2 4 0 8 4 10 18 8 29 22 29 40 0 26-21 45-48 45S2 88 2 62c0-18 11-32 29-40"
    " 4-2 6-6 4-10l-3-1c-4-1-4-8 0-8z"
)
SHAPES = {"buy": "", "visit": "wide", "support": "wide"}


@register.filter
def shown_richtext(value):
    """Wagtail's filter, and what it made cleaned once more: older rows were kept before anything was."""
    return mark_safe(clean_rich_text(str(richtext(value))))


@register.filter
def og_locale(language):
    return OG_LOCALES.get(language, language)


@register.filter
def way_icon(way):
    return ICONS[way]


@register.filter
def way_shape(way):
    return SHAPES[way]


@register.filter
def value_of(values, key):
    """What a dictionary says of a key; nothing for no dictionary."""
    return values.get(key) if values else None


@register.simple_tag
def shared_picture(page):
    """The picture of a shared link with its whole address; the network's own where a page has none."""
    shown = page.shared_picture()
    if shown is None:
        address, width, height = share_picture()
        return SimpleNamespace(url=absolute(address), width=width, height=height, alt="")
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
def jar():
    """The outline of a Sathing Mo jar, 100 wide and 110 high."""
    return JAR


@register.simple_tag
def water_in_jar(progress):
    """The water of a fund in its jar: a wave at the height of its progress, in percent; a little for a beginning."""
    surface = 106 - min(max(progress or 0, 5), 100) * 0.84
    return f"M-6 {surface:.1f} q7 -4.500 14 0 {'t14 0 ' * 7}V112 H-6z"


@register.simple_tag
def contacts_of(organisation):
    """How anybody may reach an organisation: [Way]."""
    return ways_to(organisation)


@register.simple_tag
def certificates_of(organisation):
    """What of the group as a whole was verified and is valid today."""
    return shown_certificates(organisation)


@register.simple_tag
def member_facts(organisation, place):
    """What one wants to know of a member, as rows of components/definition_list.html."""
    since = organisation.member_since
    rows = [
        (_("Where"), place.title if place else ""),
        (_("Legal form"), organisation.get_legal_form_display()),
        (_("Registration number"), organisation.registration_number),
        (_("Member since"), since + BUDDHIST if since and get_language() == "th" else since),
        (_("People"), organisation.members_count),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]
