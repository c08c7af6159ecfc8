import pytest
from django.contrib.sites.models import Site
from hypothesis import given
from hypothesis import strategies as st

from network.words.slugs import LONGEST, slugify, unique_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("น้ำตาลโตนด", "namtantont"),
        ("ลูกหยี", "lukyi"),
        ("ผ้าทอ เกาะยอ", "phatho-koyo"),
        ("Koh Yo handwoven scarf", "koh-yo-handwoven-scarf"),
        ("Café crème", "cafe-creme"),
        ("香榄花", "xianglanhua"),
        ("", "listing"),
        ("!!!", "listing"),
    ],
)
def test_slugs_can_be_read_aloud(text, slug):
    assert slugify(text) == slug


def test_a_long_name_is_cut_between_words():
    slug = slugify("handwoven cotton " * 20)
    assert len(slug) <= LONGEST
    assert slug.endswith("-cotton-handwoven")


@given(st.text(alphabet="กขาำิุูเแโใไ่้์ๆฯ abc019-_/", max_size=40))
def test_every_slug_is_plain(text):
    slug = slugify(text)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.django_db
def test_the_second_of_a_name_gets_a_number():
    Site.objects.all().delete()
    taken = Site.objects.all()
    for expected in ["lukyi", "lukyi-2", "lukyi-3"]:
        assert unique_slug("ลูกหยี", taken, field="domain") == expected
        Site.objects.create(domain=expected, name="x")
