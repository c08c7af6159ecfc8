import pytest
from django.db import IntegrityError, transaction

from network.people.actions.consents import has_consented, record_consent, withdraw_consent
from network.people.models import Consent
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db


def test_a_consent_says_what_to_which_wording_and_when():
    person = create_person()

    given = record_consent("order", text_version="2026-11", user=person, ref="order:k3f9", language="en")

    assert (given.user, given.purpose, given.text_version, given.language) == (person, "order", "2026-11", "en")
    assert given.given_at is not None
    assert has_consented(person, "order")


def test_agreeing_twice_is_one_consent():
    person = create_person()

    once = [record_consent("newsletter", text_version="1", user=person) for _time in range(2)]
    assert once[0] == once[1]
    assert Consent.objects.count() == 1


def test_a_guest_agrees_with_her_contact():
    given = record_consent("pledge", text_version="1", contact="fah@example.org", ref="pledge:x")

    assert record_consent("pledge", text_version="1", contact="fah@example.org", ref="pledge:x") == given
    assert Consent.objects.count() == 1


def test_what_is_withdrawn_stays_on_record_and_may_be_given_anew():
    person = create_person()
    first = record_consent("newsletter", text_version="1", user=person)
    withdrawn = withdraw_consent(first).withdrawn_at

    assert not has_consented(person, "newsletter")
    assert withdraw_consent(first).withdrawn_at == withdrawn
    record_consent("newsletter", text_version="1", user=person)
    assert has_consented(person, "newsletter")
    assert Consent.objects.count() == 2


def test_a_consent_of_nobody_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        record_consent("order", text_version="1")
    assert Consent.objects.count() == 0
