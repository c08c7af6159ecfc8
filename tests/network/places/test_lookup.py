import pytest
from django.utils.translation import override

from network.places.lookup import find_places, place_of


def test_a_sub_district_of_the_own_province_comes_first():
    with override("th"):
        found = find_places("เกาะ")

    assert str(found[0]) == "เกาะแต้ว, เมืองสงขลา, สงขลา 90000"
    assert [place.province for place in found].index("สงขลา") == 0
    assert len(found) == 20


@pytest.mark.parametrize("code", ["90110", "๙๐๑๑๐", " 90110 "])
def test_a_postal_code_finds_its_sub_districts(code):
    with override("en"):
        found = find_places(code)

    assert {place.district for place in found} == {"Bang Klam", "Hat Yai"}
    assert {place.postal_code for place in found} == {"90110"}


@pytest.mark.parametrize("text", ["", "   ", "zzzz", "99999", "'; DROP", "%", "\x00", "<b>"])
def test_what_is_no_place_finds_nothing(text):
    assert find_places(text) == []


def test_a_code_is_a_place_or_none():
    with override("th"):
        assert place_of("900106").subdistrict == "เกาะยอ"
    assert place_of("900106", "90100").postal_code == "90100"
    assert place_of("900106", "10000") is None
    assert place_of("999999") is None


@pytest.mark.django_db
def test_the_page_works_without_javascript_and_htmx_gets_the_part_alone(client):
    page = client.get("/th/places/lookup/", {"q": "เกาะยอ"})
    assert "เกาะยอ, เมืองสงขลา, สงขลา 90100" in page.content.decode()

    part = client.get("/th/places/lookup/", {"q": "เกาะยอ", "field": "tambon"}, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert '<input type="radio" name="tambon" value="900106" required>' in part.content.decode()


@pytest.mark.django_db
def test_what_was_typed_is_never_markup(client):
    page = client.get("/th/places/lookup/", {"q": "<script>x</script>", "field": '"><script>'})
    part = client.get("/th/places/lookup/", {"q": "เกาะยอ", "field": '"><script>'}, headers={"HX-Request": "true"})

    assert "<script>x" not in page.content.decode()
    assert 'name="subdistrict"' in part.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("within_a_minute")
def test_sixty_look_ups_a_minute_are_enough(client):
    statuses = [client.get("/th/places/lookup/").status_code for _time in range(61)]

    assert statuses == [200] * 60 + [429]
