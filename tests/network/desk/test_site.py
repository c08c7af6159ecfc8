"""Name, sign and colour: an administrator changes them, every page shows them, and what cannot be read is refused."""

import io
import re

import pytest
from django.conf import settings as project
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from network.organisations.actions import grant_role
from network.shell.identity import identity
from network.shell.palette import PAIRS, contrast, palette
from network.shell.theme import Unreadable, check_colour, mix, tones, unread
from tests.network.people.factories import create_person, sign_in_as

HERE = "/desk/site/"
NAMES = {
    "site_th": "เมืองลุงยิ้ม",
    "site_en": "Muang Lung",
    "network_th": "เครือข่ายพลเมืองพัทลุง",
    "network_en": "Phatthalung Civic Network",
}
OWN, PLUM = "#0f6b68", "#7a1f5c"


@pytest.fixture
def unnamed(settings, tmp_path):
    """A folder of this test's own for what is kept."""
    private = settings.STORAGES["private"] | {"OPTIONS": {"location": tmp_path / "private"}}
    settings.STORAGES = settings.STORAGES | {"private": private}


@pytest.fixture
def admin(client, unnamed):
    person = create_person()
    grant_role(person, "admin")
    sign_in_as(client, person)
    return person


def picture(side=300, kind="PNG"):
    buffer = io.BytesIO()
    Image.new("RGBA", (side, side - 20), (120, 30, 90, 200)).save(buffer, kind)
    return SimpleUploadedFile("sign.png", buffer.getvalue())


def save(client, **changes):
    return client.post(HERE, {**NAMES, "colour": OWN, **changes})


@pytest.mark.django_db
@pytest.mark.one_database
def test_what_is_saved_stands_on_every_page(client, admin):
    plain = client.get("/en/offline/").content.decode()
    assert "brand-name" in plain
    assert client.get("/theme.css").status_code == 404

    assert save(client, colour=PLUM.upper(), sign=picture())["Location"] == HERE
    page = client.get("/en/offline/").content.decode()
    assert "Muang Lung" in page
    assert "Phatthalung Civic Network" in page
    assert "brand-name" not in page
    sheet = re.search(r'href="(/theme\.css\?[0-9a-f]+)"', page)[1]
    answer = client.get(sheet)
    assert f"--lake-600:{PLUM}" in answer.content.decode()
    assert "immutable" in answer["Cache-Control"]
    for address in set(re.findall(r'"(/media/site/[^"]+)"', page)):
        assert Image.open(io.BytesIO(client.get(address).getvalue())).width in (72, 180, 192)
    manifest = client.get("/manifest.webmanifest").json()
    assert (manifest["short_name"], manifest["theme_color"]) == ("เมืองลุงยิ้ม", PLUM)
    assert all(icon["src"].startswith("/media/site/") for icon in manifest["icons"])

    save(client)  # the sign stays until it is taken away
    assert identity().sign
    save(client, no_sign="on")
    assert (identity().sign, identity().colour) == ("", "")
    assert "theme.css" not in client.get("/en/offline/").content.decode()


@pytest.mark.django_db
@pytest.mark.one_database
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"colour": "#e08bc0"}, "#865373"),
        ({"colour": "red"}, "id_colour"),
        ({"site_th": "ย" * 31}, "id_site_th"),
        ({"network_en": " "}, "id_network_en"),
        ({"sign": picture(100)}, "192"),
        ({"sign": SimpleUploadedFile("sign.svg", b"<svg/>")}, "id_sign"),
    ],
    ids=str,
)
def test_what_is_wrong_comes_back_and_nothing_is_kept(client, admin, changes, words):
    before = identity()
    page = save(client, **changes)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "Muang Lung" in page.content.decode()
    assert identity() == before


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["editor", "treasurer"])
def test_it_is_for_administrators_alone(client, unnamed, role):
    person = create_person()
    grant_role(person, role)
    sign_in_as(client, person)
    assert (client.get(HERE).status_code, save(client).status_code) == (403, 403)
    assert identity().site == project.SITE_NAME


@pytest.mark.parametrize("colour", ["#0f6b68", "#7a1f5c", "#000000", "#1746d1", "#5b3a00", "#8a1020", "#004d00"])
def test_a_colour_that_is_taken_can_be_read_in_every_pair_of_the_design(colour):
    check_colour(colour)
    by_day, at_night = tones(colour)
    for colours in (palette(changed=by_day), palette(dark=True, changed=by_day | at_night)):
        assert [
            (text, ground) for text, ground, least in PAIRS if contrast(colours[text], colours[ground]) < least
        ] == []


@pytest.mark.parametrize("colour", ["#ffffff", "#f4b63f", "#6fc7bf", "#888888"])
def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can(colour):
    with pytest.raises(Unreadable) as refused:
        check_colour(colour)
    check_colour(refused.value.nearest)
    assert unread(mix(colour, refused.value.nearest, 0.5))  # half of the way would not have been enough
