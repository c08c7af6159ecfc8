import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import IntegrityError, transaction

pytestmark = pytest.mark.django_db


def test_no_model_waits_for_a_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_person_without_any_contact_is_refused_by_the_database(django_assert_num_queries):
    with pytest.raises(IntegrityError), transaction.atomic():
        get_user_model().objects.create_user()
    assert get_user_model().objects.count() == 0
