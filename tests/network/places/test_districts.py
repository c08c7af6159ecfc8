import json
from pathlib import Path

import pytest
from django.utils.translation import override

from network.places.actions import load_districts
from network.places.models import District, Province, Subdistrict

pytestmark = pytest.mark.django_db
DEMO = json.loads((Path(__file__).parents[3] / "demo/content/districts.json").read_text())


def test_songkhla_has_sixteen_districts_under_the_demo_s_codes_and_slugs():
    load_districts("90")

    assert list(District.objects.values_list("code", "slug")) == [(d["code"], d["key"]) for d in DEMO["districts"]]
    assert [district.subdistricts.count() for district in District.objects.all()] == [
        d["subdistricts"] for d in DEMO["districts"]
    ]
    assert District.objects.get(slug="hat-yai").postal_code == "90110"


def test_loading_twice_adds_nothing_and_keeps_what_editors_wrote():
    load_districts("90")
    district = District.objects.get(slug="hat-yai")
    district.write_texts("th", short_name="หาดใหญ่ของเรา")
    before = (District.objects.count(), Subdistrict.objects.count())

    load_districts("90")

    assert (District.objects.count(), Subdistrict.objects.count()) == before
    with override("th"):
        assert str(District.objects.get(slug="hat-yai")) == "หาดใหญ่ของเรา"


def test_districts_of_two_provinces_that_share_a_name_get_slugs_of_their_own():
    load_districts("90")
    before = District.objects.count()

    load_districts("95")
    load_districts("92")

    slugs = list(District.objects.values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs)) > before


def test_an_unknown_province_is_refused_and_nothing_is_written():
    with pytest.raises(LookupError):
        load_districts("99")

    assert Province.objects.count() == 0


def test_a_list_of_districts_reads_its_names_in_one_query(django_assert_num_queries):
    load_districts("90")

    with django_assert_num_queries(2), override("ms"):
        assert "หาดใหญ่" in [str(district) for district in District.objects.with_texts()]
