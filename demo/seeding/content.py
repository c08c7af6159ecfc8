"""The demo's texts and pictures, as files; everything else in this folder turns them into rows."""

import json
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile

FOLDER = Path(__file__).parent.parent
LANGUAGES = ("th", "en", "ms", "zh-hans")


@cache
def read(name):
    """One content file, for example `read("products")["products"]`."""
    return json.loads((FOLDER / "content" / f"{name}.json").read_text())


@cache
def manifest():
    return json.loads((FOLDER / "pictures" / "manifest.json").read_text())


def picture(kind, key):
    """The picture of one thing as an upload, or None: `picture("products", "koyo-pikul-scarf")`."""
    entry = manifest().get(kind, {}).get(key)
    if entry is None:
        return None
    path = FOLDER / "pictures" / entry["file"]
    return ContentFile(path.read_bytes(), name=path.name)


def satang(baht):
    """Content is in whole baht."""
    return baht * 100
