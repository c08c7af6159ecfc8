"""The marks and motifs of the site are small, tintable and of the sizes that browsers ask for."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

STATIC = Path(__file__).resolve().parents[2] / "static"
MOTIFS = ("fanlight", "koyo-weave", "lake-wave", "nora-fan", "pottery-rim")
RASTERS = {
    "apple-touch-icon.png": (180, 180),
    "icon-192.png": (192, 192),
    "icon-512.png": (512, 512),
    "icon-maskable-512.png": (512, 512),
    "og-default.png": (1200, 630),
}


@pytest.mark.parametrize("name", MOTIFS)
def test_a_motif_takes_the_colour_of_its_page_and_weighs_little(name):
    path = STATIC / "motifs" / f"{name}.svg"
    text = path.read_text(encoding="utf-8")

    assert path.stat().st_size <= 2048
    assert "currentColor" in text
    assert re.findall(r'(?:fill|stroke)="(?!none|currentColor)[^"]+"', text) == []
    assert ElementTree.fromstring(text).get("viewBox")


@pytest.mark.parametrize("path", sorted((STATIC / "brand").glob("*.svg")), ids=lambda path: path.name)
def test_a_mark_is_a_clean_drawing_without_fonts_or_scripts(path):
    text = path.read_text(encoding="utf-8")

    assert ElementTree.fromstring(text).get("viewBox")
    assert not re.search(r"<(text|script|image|style)|href", text)


@pytest.mark.parametrize(("name", "size"), RASTERS.items())
def test_an_icon_has_the_size_its_name_promises(name, size):
    with Image.open(STATIC / "brand" / name) as image:
        image.load()
        assert image.size == size


def test_the_masked_icon_reaches_every_corner():
    with Image.open(STATIC / "brand" / "icon-maskable-512.png") as image:
        corners = [image.convert("RGBA").getpixel(spot) for spot in ((0, 0), (511, 0), (0, 511), (511, 511))]

    assert corners == [(15, 107, 104, 255)] * 4
