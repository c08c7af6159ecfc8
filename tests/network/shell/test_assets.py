"""What a reader has to fetch, and whether the oldest browsers we serve can read it."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from network.shell.assets import STATIC, bundle, packed
from network.shell.storage import SCRIPT_IMPORTS, is_part

KB = 1024
TEMPLATES = settings.ROOT / "templates"
SCRIPTS = sorted(STATIC.glob("js/**/*.js"))


@pytest.fixture(scope="module")
def sheet():
    return bundle()


def test_the_sheet_weighs_at_most_14_kb_compressed(sheet):
    assert packed(sheet.encode()) <= 14 * KB


def test_all_scripts_with_htmx_weigh_at_most_20_kb_compressed():
    htmx = finders.find("django_htmx/htmx-4.min.js")
    with open(htmx, "rb") as file:
        weight = packed(file.read())
    assert weight + sum(packed(path.read_bytes()) for path in SCRIPTS) <= 20 * KB


@pytest.mark.parametrize(("scripts_of_a_page", "limit"), [(["thai", "latin"], 80), (["latin"], 45)])
def test_the_fonts_of_a_page_stay_light(scripts_of_a_page, limit):
    fonts = [f"{face}-{script}-{weight}" for script in scripts_of_a_page for face, weight in FACES]
    assert sum((STATIC / f"fonts/{font}.woff2").stat().st_size for font in fonts) <= limit * KB


FACES = [("sarabun", 400), ("sarabun", 700), ("trirong", 600)]


def test_every_font_has_its_licence_beside_it():
    for font in STATIC.glob("fonts/*.woff2"):
        face = font.name.partition("-")[0]
        assert "SIL Open Font License" in (STATIC / f"fonts/{face}-OFL.txt").read_text()


@pytest.mark.parametrize(
    "too_new", ["light-dark(", "color-mix(", "oklch(", "@import", "@container style", "@starting-style", "& "]
)
def test_the_sheet_is_lowered_to_the_browser_floor(sheet, too_new):
    assert too_new not in sheet


def test_the_sheet_has_no_range_queries_and_no_nesting(sheet):
    assert not re.search(r"@media[^{]*[<>]", sheet)
    assert not re.search(r"[{;]\s*&", sheet)


def test_the_layers_come_in_their_order(sheet):
    layers = re.findall(r"@layer ([a-z, ]+)[;{]", sheet)
    order = [name.strip() for names in layers for name in names.split(",")]
    assert list(dict.fromkeys(order)) == ["tokens", "base", "layout", "components", "pages", "utilities"]


def test_the_bundle_would_not_move_addresses_so_only_the_top_folder_has_any():
    for path in STATIC.glob("css/*/**/*.css"):
        addresses = re.findall(r"url\(\"?([^)\"]+)", path.read_text())
        assert [one for one in addresses if not one.startswith("data:") and not one.endswith(".css")] == []


def test_every_address_in_the_sheet_leads_to_a_file(sheet):
    addresses = [one for one in re.findall(r"url\(\"?([^)\"]+)", sheet) if not one.startswith("data:")]
    assert addresses
    for address in addresses:
        assert (STATIC / "css" / address).resolve().is_file(), address


def test_nothing_is_fetched_from_anywhere_else(sheet):
    assert re.findall(r"url\(\"?(?:https?:)?//", sheet) == []
    for path in [*TEMPLATES.rglob("*.html"), *SCRIPTS]:
        found = re.findall(r"(?:src|srcset|action)=[\"']?(?:https?:)?//|import\s*\(?[\"']https?:", path.read_text())
        assert found == [], path


def test_no_template_carries_style_or_script_in_its_markup():
    for path in TEMPLATES.rglob("*.html"):
        if path.parent.name != "mail":
            assert (
                re.findall(r"\sstyle=|<style|<script(?![^>]+src=)(?![^>]+ld\+json)|\son[a-z]+=", path.read_text()) == []
            ), path


def test_scripts_that_fetch_one_another_are_found_by_the_storage():
    pattern, template = SCRIPT_IMPORTS[1][0]
    app = (STATIC / "js/app.js").read_text()
    fetched = {match["url"] for match in re.finditer(pattern, app)}
    assert fetched == {f"./controllers/{path.name}" for path in STATIC.glob("js/controllers/*.js")}
    assert template % {"url": "./controllers/copy.0a1b.js"} == 'import("./controllers/copy.0a1b.js")'


def test_only_sheets_that_went_into_the_bundle_are_left_out():
    assert is_part("css/components/card.css")
    assert not is_part("css/site.css")
    assert not is_part("css/noscript.css")
    assert not is_part("wagtailadmin/css/core.css")
