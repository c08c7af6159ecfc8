"""Every piece of demo content has its own light picture with a text for those who cannot see it."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from demo.art.gallery import hang

DEMO = Path(__file__).resolve().parents[2] / "demo"
PICTURES = DEMO / "pictures"
MANIFEST = json.loads((PICTURES / "manifest.json").read_text(encoding="utf-8"))
SIZES = {
    "products": (960, 1200),
    "experiences": (1200, 800),
    "stories": (1200, 800),
    "funds": (1200, 800),
    "campaigns": (1200, 800),
    "organisations": (400, 400),
    "districts": (400, 400),
    "hero": (1600, 900),
}
ENTRIES = [(kind, key, entry) for kind, entries in MANIFEST.items() for key, entry in entries.items()]
THAI, LATIN = re.compile(r"[\u0e00-\u0e7f]"), re.compile(r"[A-Za-z]")


def keys(kind: str) -> set[str]:
    content = json.loads((DEMO / "content" / f"{kind}.json").read_text(encoding="utf-8"))
    return {row["key"] for row in content[kind]}


@pytest.mark.parametrize("kind", sorted(set(SIZES) - {"hero"}))
def test_every_key_has_a_picture_and_no_picture_is_left_over(kind):
    assert set(MANIFEST[kind]) == keys(kind)


def test_the_home_page_has_its_hero():
    assert set(MANIFEST["hero"]) == {"home"}


def test_the_folder_holds_exactly_what_the_manifest_names():
    there = {str(path.relative_to(PICTURES)) for path in PICTURES.rglob("*") if path.is_file()}

    assert there == {entry["file"] for _, _, entry in ENTRIES} | {"manifest.json"}


@pytest.mark.parametrize(("kind", "key", "entry"), ENTRIES, ids=[f"{kind}:{key}" for kind, key, _ in ENTRIES])
def test_a_picture_has_its_size_and_both_texts(kind, key, entry):
    with Image.open(PICTURES / entry["file"]) as image:
        image.load()
        assert image.format == "WEBP"
        assert image.size == SIZES[kind] == (entry["width"], entry["height"])
    assert THAI.search(entry["alt"]["th"])
    assert not LATIN.search(entry["alt"]["th"])
    assert LATIN.search(entry["alt"]["en"])
    assert not THAI.search(entry["alt"]["en"])
    assert len(entry["alt"]["en"]) <= 125


def test_no_two_pictures_of_a_kind_share_their_text():
    for kind, entries in MANIFEST.items():
        texts = [entry["alt"]["en"] for entry in entries.values()]
        assert len(set(texts)) == len(texts), kind


def test_pictures_are_light():
    weights = {entry["file"]: (PICTURES / entry["file"]).stat().st_size for _, _, entry in ENTRIES}

    assert max(size for name, size in weights.items() if name.startswith("products/")) <= 40_000
    assert max(weights.values()) <= 80_000
    assert sum(weights.values()) <= 6_000_000


def test_the_manifest_says_what_the_drawing_code_says():
    drawn = {(p.kind, p.key): (p.width, p.height, p.th, p.en) for p in hang().values()}

    assert drawn == {
        (kind, key): (entry["width"], entry["height"], entry["alt"]["th"], entry["alt"]["en"])
        for kind, key, entry in ENTRIES
    }


def test_a_key_always_gives_the_same_well_formed_drawing():
    for picture in hang().values():
        drawing = picture.draw()
        assert drawing == picture.draw()
        assert ElementTree.fromstring(drawing).get("width") == str(picture.width)
