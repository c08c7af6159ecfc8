import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from network.organisations.models import Organisation
from network.outbox.models import Promise
from tests.network.organisations.factories import create_organisation

pytestmark = pytest.mark.django_db


def test_a_missing_language_falls_back_to_thai():
    organisation = create_organisation("กลุ่มทอผ้า")
    organisation.write_texts("en", name="Weavers")

    assert organisation.in_language("en").name == "Weavers"
    assert organisation.in_language("ms").name == "กลุ่มทอผ้า"
    with override("en"):
        assert organisation.name == "Weavers"
    with override("zh-hans"):
        assert organisation.name == "กลุ่มทอผ้า"


def test_without_thai_any_language_is_better_than_none():
    organisation = create_organisation("x")
    organisation.texts.all().delete()
    assert organisation.in_language("th") is None
    assert str(organisation) == organisation.slug

    organisation.write_texts("en", name="Weavers")
    assert organisation.in_language("th").name == "Weavers"


def test_what_says_so_already_is_not_written_again():
    organisation = create_organisation("กลุ่มทอผ้า")
    organisation.write_texts("th", line="ผ้าเกาะยอ")
    noticed = Promise.objects.count()

    organisation.write_texts("th", name="กลุ่มทอผ้า", line="ผ้าเกาะยอ")
    assert Promise.objects.count() == noticed
    organisation.write_texts("th", line="ผ้าทอเกาะยอ")
    assert Promise.objects.count() > noticed
    assert organisation.texts.get().line == "ผ้าทอเกาะยอ"


def test_writing_a_language_twice_changes_it_and_leaves_its_other_texts():
    organisation = create_organisation("กลุ่มทอผ้า")
    organisation.write_texts("th", line="ผ้าเกาะยอ")
    organisation.write_texts("th", name="กลุ่มทอผ้าเกาะยอ")

    text = organisation.texts.get()
    assert (text.name, text.line) == ("กลุ่มทอผ้าเกาะยอ", "ผ้าเกาะยอ")


def test_one_row_per_language_is_kept_by_the_database():
    organisation = create_organisation("a")

    with pytest.raises(IntegrityError), transaction.atomic():
        organisation.texts.create(language="th", name="b")


@pytest.mark.parametrize("amount", [1, 20])
def test_a_list_costs_two_queries_however_long(amount, django_assert_num_queries):
    for _number in range(amount):
        create_organisation().write_texts("en", name="Group")

    with django_assert_num_queries(2), override("en"):
        assert [str(found) for found in Organisation.objects.with_texts()] == ["Group"] * amount
