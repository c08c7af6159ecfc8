"""The language switch: the same page in each language that is offered."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import get_language, get_language_from_path


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    path: str
    current: bool

    @property
    def tag(self):
        """For `lang` and `hreflang`: zh-hans is written zh-Hans."""
        return language_tag(self.code)

    @property
    def choose(self):
        """The address that remembers the choice and goes on to the page."""
        return f"/language/{self.code}/?to={quote(self.path)}"


def language_links(path, translations=None):
    """Links to the page at `path` in every language offered.

    `translations`, (code, path) pairs, is what the page itself knows of its translations; without it the
    path's language is exchanged, which is exact for all our own addresses, since none is translated.
    """
    if translations is None:
        translations = [(code, path_in(code, path)) for code in settings.LANGUAGES_OFFERED]
    names = dict(settings.LANGUAGES)
    here = get_language()
    return [
        LanguageLink(code, names[code], target, code == here)
        for code, target in translations
        if code in settings.LANGUAGES_OFFERED
    ]


def path_in(code, path):
    """The same address in another language; an address without a language stays as it is."""
    current = get_language_from_path(path)
    return f"/{code}{path[len(current) + 1 :]}" if current else path


def language_tag(code):
    """BCP 47 writes a script with a capital: zh-hans → zh-Hans."""
    language, _, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language
