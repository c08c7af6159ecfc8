"""Every template compiles, and every component stands in the style guide."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateSyntaxError
from django.template.loader import get_template
from django.utils.translation import override

from network.shell.frame import TABS
from network.shell.styleguide import icons
from network.shell.templatetags.shell import icon, motif

TEMPLATES = settings.ROOT / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
OURS = [name for name in NAMES if name.partition("/")[0] in {"components", "styleguide", "desk", "base.html"}]
# Shown on the workplace's own frame, not on a reader's page.
ELSEWHERE = {"components/desk_footer.html", "components/form.html"}


@pytest.mark.parametrize("name", NAMES)
def test_it_compiles(name):
    get_template(name)


def test_every_component_is_shown_in_the_style_guide(client):
    response = client.get("/styleguide/")
    shown = {template.name for template in response.templates}
    components = {name for name in NAMES if name.startswith("components/")}
    assert components - shown - ELSEWHERE == set()


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_style_guide_speaks_the_readers_language(client, language):
    client.cookies["language"] = language
    page = client.get("/styleguide/").content.decode()
    assert f'<html lang="{language}">' in page
    assert {"th": "ผ้าพันคอทอมือลายดอกพิกุล", "en": "Pikul-blossom handwoven scarf"}[language] in page
    assert page.count("<h1") == 1


def test_the_style_guide_asks_the_database_nothing(client):
    # Not marked for the database: a query would raise.
    assert client.get("/styleguide/").status_code == 200


def test_every_icon_in_use_is_in_the_sprite():
    used = {name for _, _, name in TABS}
    for path in TEMPLATES.rglob("*.html"):
        used |= set(re.findall(r'{% icon "([a-z-]+)"', path.read_text()))
    assert used - set(icons()) == set()


def test_an_icon_is_silent_unless_it_is_named():
    assert 'aria-hidden="true"' in icon("basket")
    assert icon("basket", label="ตะกร้า & <b>").startswith(
        '<svg class="icon" role="img" aria-label="ตะกร้า &amp; &lt;b&gt;">'
    )


def test_an_unknown_motif_is_refused():
    with pytest.raises(TemplateSyntaxError, match="elephant"):
        motif("elephant")


def test_the_mail_says_who_writes_in_both_languages():
    for language, name in [("th", "ชานชาลา"), ("en", "Chanchala")]:
        with override(language):
            assert name in get_template("mail/base.html").render()
            assert name in get_template("mail/base.txt").render()


def test_paper_finds_its_sheet():
    page = get_template("pdf/base.html").render()
    address = re.search(r'href="file://([^"]+)"', page)[1]
    sheet = Path(address).read_text()
    assert "SarabunTh" in sheet
    assert "SarabunLa" in sheet
