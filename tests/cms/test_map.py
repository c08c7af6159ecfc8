"""The woven map shows the districts that have a place on it and a page behind it; editors place them."""

import pytest

from cms.maps import woven_map
from cms.models import PlacePage
from network.clock import now
from network.places.models import District
from tests.network.people.factories import create_person, sign_in_as

from .conftest import section, staff

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def add_place(district):
    parent = section("places")
    page = PlacePage(title="หาดใหญ่", slug=district.slug, locale=parent.locale, district=district, line="x")
    page.first_published_at = now()
    return parent.add_child(instance=page)


def test_an_editor_places_a_district_that_has_a_page(client, editor, district):
    District.objects.update(latitude=None, longitude=None)
    assert "woven" not in client.get("/th/").content.decode()  # no empty frame
    sign_in_as(client, editor)
    assert client.get("/cms/districts/").status_code == 200
    edit = f"/cms/districts/edit/{district.pk}/"
    assert client.post(edit, {"latitude": "95", "longitude": "100.5"}).status_code == 200  # no such place on earth
    assert client.post(edit, {"latitude": "7.0", "longitude": "100.5"}).status_code == 302
    assert "woven" not in client.get("/th/").content.decode()  # nobody could go on from there

    add_place(district)
    assert 'href="/th/places/hat-yai/"' in client.get("/th/").content.decode()
    assert [one.name for one in woven_map()] == ["หาดใหญ่"]
    assert "woven" not in client.get("/en/").content.decode()
    PlacePage.objects.get().delete()
    assert "woven" not in client.get("/th/").content.decode()


def test_who_is_no_editor_places_nothing_and_nobody_makes_districts(client, coordinator, district):
    edit = f"/cms/districts/edit/{district.pk}/"
    for person in (coordinator, create_person()):
        sign_in_as(client, person)
        assert client.post(edit, {"latitude": "6", "longitude": "101"}).status_code in (302, 403)
    sign_in_as(client, staff("editor"))
    assert client.post("/cms/districts/new/", {"latitude": "7"}).status_code in (302, 403)
    assert client.post(f"/cms/districts/delete/{district.pk}/").status_code in (302, 403)
    assert District.objects.get().latitude == 7
