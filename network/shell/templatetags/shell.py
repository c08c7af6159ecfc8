"""Tags of the frame: icons, motifs, languages, addresses, and the drawings that depend on data."""

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from network.shell import geometry
from network.shell.assets import STATIC
from network.shell.identity import identity
from network.shell.languages import language_links as links_to
from network.shell.languages import language_tag
from network.shell.sign import sign_address

register = template.Library()
register.filter("language_tag", language_tag)

MOTIFS = {"edge", "weave", "wave", "rim", "fan", "fanlight"}


@register.simple_tag
def icon(name, size="", label=""):
    """A line icon of static/icons/sprite.svg; silent for screen readers unless it has a label."""
    drawing = format_html('<use href="{}#{}"></use>', static("icons/sprite.svg"), name)
    kind = f"icon icon-{size}" if size else "icon"
    if label:
        return format_html('<svg class="{}" role="img" aria-label="{}">{}</svg>', kind, label, drawing)
    return format_html('<svg class="{}" aria-hidden="true">{}</svg>', kind, drawing)


@register.simple_tag
def motif(name):
    """One of the five motifs, in the colour of its surroundings."""
    if name not in MOTIFS:
        raise template.TemplateSyntaxError(f"No motif is called {name!r}: choose from {sorted(MOTIFS)}.")
    return mark_safe(f'<span class="motif motif-{name}" aria-hidden="true"></span>')


@register.simple_tag(takes_context=True)
def language_links(context):
    """The language switch; a page that knows its translations has put `language_links` into its context."""
    request = context.get("request")
    return links_to(request.get_full_path(), context.get("language_links")) if request else []


@register.simple_tag
def segments(parts):
    """The shares of a split bar."""
    return geometry.segments(parts)


@register.inclusion_tag("components/water.html")
def water(raised, minimum=0, optimum=0, matched=0, backers=None, closes=None):
    """A fund that fills like a lake. Amounts in satang; `matched` is the part that co-investors added."""
    goal = optimum or minimum
    top = max(goal, raised)
    surface = geometry.level(raised, top)
    return {
        "raised": raised,
        "minimum": minimum,
        "goal": goal,
        "matched": matched,
        "backers": backers,
        "closes": closes,
        "percent": geometry.percent(raised, goal),
        "surface": surface,
        "depth": round(100 - surface, 2),
        "minimum_y": geometry.level(minimum, top),
        "goal_y": geometry.level(goal, top),
        "key": f"{raised}-{top}",
    }


@register.inclusion_tag("components/messages.html", takes_context=True)
def site_messages(context):
    """What the last action has to say, once; some of it with a button that takes it back and returns here."""
    request = context.get("request")
    return {"messages": context.get("messages", []), "here": request.get_full_path() if request else ""}


@register.filter
def initial(name):
    """The letter that stands for a person or organisation without a picture, past leading vowels."""
    return next((letter for letter in str(name) if letter not in "เแโใไ " and letter.isalpha()), "·")


@register.simple_tag
def pdf_stylesheet(name="pdf"):
    """The sheet for paper, where WeasyPrint finds it; those of smaller paper come after the first."""
    return (STATIC / f"fonts/{name}.css").as_uri()


@register.simple_tag
def site_name():
    """What the site is called."""
    return identity().site_name


@register.simple_tag
def own_name():
    """Is it called otherwise than the platform, whose name is drawn?"""
    return identity().has_own_name


@register.simple_tag
def sign(side):
    """The address of the site's own sign in that size, or "" where it has none."""
    return sign_address(side)


@register.simple_tag
def theme():
    """The address of the sheet with the site's own colour, or "" where it has none; another colour, another address."""
    colour = identity().colour
    return f"{reverse('theme')}?{colour.lstrip('#')}" if colour else ""


@register.simple_tag
def network_name():
    """The network that runs it."""
    return identity().network_name
