"""From an address to its page, and back, in as few queries as there can be.

Wagtail walks the tree from the site's root, two queries a step (nine for a story). Addresses here are one language
and one path, so that one query finds the page and those above it, and one more reads it.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Site

from network.shell.languages import language_tag


def home_paths():
    """{language: the path that Wagtail's tree gives its home}, from the cache."""
    return {root.language_code: root.root_path for root in Site.get_site_root_paths()}


def public_path(language, url_path):
    """`/th/stories/x/` for the page at `/home/stories/x/` in Wagtail's tree."""
    return f"/{language}/{url_path.split('/', 2)[2]}"


def absolute(path):
    """The one address of a page for machines, whatever name the reader's request called the host by."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def find_page(language, path):
    """The live page that a reader of this language finds at this path (without its language), or None.

    An alias, which stands above a first translation until somebody translates it too, is another language's page.
    """
    root = home_paths().get(language)
    if root is None:
        return None
    parts = f"{root}{path}".strip("/").split("/")
    paths = [f"/{'/'.join(parts[:number])}/" for number in range(1, len(parts) + 1)]
    line = Page.objects.filter(slug__in=parts, url_path__in=paths).order_by("depth")
    line = list(line.values_list("pk", "content_type", "live", "alias_of", "title", "url_path"))
    if not line or line[-1][-1] != paths[-1]:
        return None
    pk, content_type, live, alias_of, _title, _path = line[-1]
    model = ContentType.objects.get_for_id(content_type).model_class()
    if not live or alias_of or not hasattr(model, "for_reader"):
        return None
    page = model.for_reader(pk)
    page.trail = [(title, public_path(language, url_path)) for _pk, _type, _live, _alias, title, url_path in line[:-1]]
    return page


def path_elsewhere(language, path):
    """Where a reader is sent who asks for a page that her language does not have; None if no language has it."""
    for other in [*settings.LANGUAGES_OFFERED[::-1], *home_paths()]:
        if other != language and find_page(other, path):
            return f"/{other}/{path}"
    return None


def translations_of(page):
    """(language, path) of the live page in each language that it really stands in, Thai first."""
    rows = Page.objects.filter(translation_key=page.translation_key, live=True, alias_of=None)
    paths = {code: public_path(code, url) for code, url in rows.values_list("locale__language_code", "url_path")}
    return [(code, paths[code]) for code, _name in settings.LANGUAGES if code in paths]


def alternates(translations):
    """(hreflang, address) for the head of a page: each offered language, and Thai for everyone else."""
    links = [(language_tag(code), absolute(path)) for code, path in translations if code in settings.LANGUAGES_OFFERED]
    return [*links, ("x-default", links[0][1])] if len(links) > 1 else []
