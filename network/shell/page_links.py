"""What search engines and chat apps are told about a page: its one address, its languages, its picture."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from .languages import language_tag, path_in
from .sign import share_picture

LOCALES = {"th": "th_TH", "en": "en_US", "ms": "ms_MY", "zh-hans": "zh_CN"}


@dataclass(frozen=True)
class Version:
    """The page in one language."""

    code: str
    url: str


@dataclass(frozen=True)
class PageLinks:
    """For `page_links.html`; every address is absolute."""

    title: str
    description: str
    url: str
    image: str
    versions: list
    locale: str
    kind: str
    noindex: bool


def page_links(request, *, title, description, languages=None, image=None, path=None, kind="website", noindex=False):
    """Links of the page at `path` (by default the request's, without its query).

    `languages` are those it is truly translated into (by default all that are offered): search engines are told of
    no other, and of none at all while there is only one.
    """
    path = path or request.path
    codes = [code for code in settings.LANGUAGES_OFFERED if languages is None or code in languages]
    versions = [Version(language_tag(code), request.build_absolute_uri(path_in(code, path))) for code in codes]
    if len(versions) > 1:
        versions.append(Version("x-default", versions[0].url))
    return PageLinks(
        title=title,
        description=description,
        url=request.build_absolute_uri(path),
        image=request.build_absolute_uri(image or share_picture()[0]),
        versions=versions if len(versions) > 1 else [],
        locale=LOCALES.get(get_language(), "en_US"),
        kind=kind,
        noindex=noindex,
    )
