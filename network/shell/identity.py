"""Whose site this is: province, names, sign and colour, in one small file that every process reads again when it changes.

Each page of each process asks. A row would cost each page a question, or leave other processes with the old name for
a while; a look at a file's stamp costs microseconds. It lies among the private media: on the volume that all processes
share, and in every backup. What it does not say, the settings say (docs/adr/0050-whose-site-it-is.md).
"""

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.utils.translation import get_language

FILE = "identity.json"
log = logging.getLogger("chanchala.identity")
SITE_LONGEST, NETWORK_LONGEST = 30, 80  # letters: the site's name stands at the top of a phone


@dataclass(frozen=True)
class Identity:
    """`site` and `network` are {language: name}, Thai and English; `colour` is "#rrggbb", or "" for the design's own;
    `sign` is the folder of the uploaded sign among the public media, or ""."""

    province: str = ""
    site: dict[str, str] = field(default_factory=dict)
    network: dict[str, str] = field(default_factory=dict)
    colour: str = ""
    sign: str = ""

    @property
    def site_name(self):
        """In the reader's language."""
        return in_language(self.site)

    @property
    def network_name(self):
        return in_language(self.network)

    @property
    def has_own_name(self):
        """Is it called otherwise than the platform, whose name is drawn?"""
        return self.site != settings.PLATFORM_NAME


def identity():
    """As it stands now; the file is read again only when its stamp has changed."""
    path = place()
    stamp = stamp_of(path)
    if _kept.get("key") != (path, stamp):
        _kept.update(key=(path, stamp), identity=read(path) if stamp else by_settings())
    return _kept["identity"]


_kept = {}


def by_settings():
    return Identity(settings.PROVINCE_CODE, settings.SITE_NAME, settings.NETWORK_NAME)


def place():
    """Where the file lies; None where private media lie in an object store: there the settings alone speak."""
    private = storages["private"]
    return Path(private.location, FILE) if isinstance(private, FileSystemStorage) else None


def stamp_of(path):
    try:
        told = path.stat() if path else None
    except FileNotFoundError:
        return None
    return told and (told.st_mtime_ns, told.st_ino, told.st_size)


def read(path):
    """What the file says; one that somebody spoilt by hand says nothing, for every page stands on it."""
    try:
        return understood(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, AttributeError):
        log.exception("%s cannot be read: the site is named by its settings", FILE)
        return by_settings()


def understood(told):
    """A file of a later version may say more than we know. Raises TypeError, AttributeError for one of another shape."""
    before = by_settings()
    names = {kind: getattr(before, kind) | told.get(kind, {}) for kind in ("site", "network")}
    others = {name: str(told.get(name) or getattr(before, name)) for name in ("province", "colour", "sign")}
    return Identity(**others, **names)


def keep(told):
    """Write this identity beside the old one, then in its place: nobody ever reads half of it. Raises OSError."""
    path = place()
    if path is None:
        raise OSError("Private media lie in an object store: name the site by the environment.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f"{FILE}.", delete=False) as fresh:
        json.dump(asdict(told), fresh, ensure_ascii=False, indent=1)
    Path(fresh.name).replace(path)
    _kept.clear()


def in_language(names):
    return names.get(get_language()) or names["en"]
