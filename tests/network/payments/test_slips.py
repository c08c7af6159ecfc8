from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from network.clock import moved
from network.outbox.testing import drain
from network.payments.actions import (
    confirm_slip,
    hand_in_slip,
    refuse_slip,
    report_wrong_amount,
    settle,
    sweep_attempts,
)
from network.payments.exceptions import AttemptClosed, SlipRefused
from network.payments.models import PaymentAttempt, Slip
from network.people.models import User
from tests.network.payments.conftest import balance, make_attempt

pytestmark = pytest.mark.django_db


def hand_in(attempt, trans_ref="014:ABC123"):
    return hand_in_slip(attempt, picture=ContentFile(b"jpeg", name="slip.jpg"), trans_ref=trans_ref)


@pytest.fixture
def treasurer():
    return User.objects.create_user("treasurer@example.org")


def test_a_slip_holds_the_goods_for_two_days(attempt, jar):
    slip = hand_in(attempt)

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.CHECKING
    assert attempt.expires_at == slip.handed_in_at + timedelta(hours=48)
    assert jar.extended == [("jar:one", attempt.expires_at)]


def test_a_confirmed_slip_pays(attempt, jar, treasurer):
    confirm_slip(hand_in(attempt), by=treasurer)
    drain()

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.SETTLED
    assert jar.fulfilled == ["jar:one"]
    assert balance("payable:jar") == 500_00


def test_confirming_twice_pays_once(attempt, jar, treasurer):
    slip = hand_in(attempt)
    confirm_slip(slip, by=treasurer)
    confirm_slip(Slip.objects.get(pk=slip.pk), by=treasurer)
    drain()

    assert jar.fulfilled == ["jar:one"]
    assert balance("payable:jar") == 500_00


def test_the_same_slip_pays_only_once(holder, jar):
    hand_in(make_attempt(holder))
    second = make_attempt(holder, key="two", parts=[("jar", "jar:two", 500_00)])

    with pytest.raises(SlipRefused):
        hand_in(second)
    second.refresh_from_db()
    assert Slip.objects.count() == 1
    assert second.status == PaymentAttempt.Status.CREATED
    assert jar.extended == [("jar:one", PaymentAttempt.objects.get(key="one").expires_at)]


def test_a_slip_that_was_not_ours_frees_its_reference_and_gives_a_second_try(attempt, jar, treasurer):
    refuse_slip(hand_in(attempt), by=treasurer)
    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.WAITING

    hand_in(attempt)
    assert Slip.objects.filter(status=Slip.Status.WAITING).count() == 1


def test_a_wrong_amount_is_booked_and_delivers_nothing(attempt, jar, treasurer):
    report_wrong_amount(hand_in(attempt), by=treasurer, received=450_00)
    drain()

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.NEEDS_REVIEW
    assert jar.fulfilled == []
    assert balance(f"received:{attempt.public_id}") == 450_00


def test_a_slip_after_the_end_is_refused(attempt, jar):
    settle_as_expired(attempt)

    with pytest.raises(AttemptClosed):
        hand_in(attempt)
    assert Slip.objects.count() == 0


def settle_as_expired(attempt):
    PaymentAttempt.objects.filter(pk=attempt.pk).update(expires_at=attempt.created_at)
    sweep_attempts(settle)


def test_a_slip_nobody_judged_lets_the_goods_go_after_two_days(attempt, jar):
    hand_in(attempt)
    with moved(timedelta(hours=47)):
        sweep_attempts(settle)
        attempt.refresh_from_db()
        assert attempt.status == PaymentAttempt.Status.CHECKING
    with moved(timedelta(hours=49)):
        sweep_attempts(settle)
        attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.EXPIRED
    assert jar.released == ["jar:one"]


def test_a_slip_confirmed_after_the_goods_went_is_owed_back(attempt, jar, treasurer):
    slip = hand_in(attempt)
    PaymentAttempt.objects.filter(pk=attempt.pk).update(expires_at=attempt.created_at)
    sweep_attempts(settle)
    jar.sold_out = True
    confirm_slip(slip, by=treasurer)
    drain()

    assert balance(f"owed_back:{attempt.public_id}") == 500_00
    assert jar.fulfilled == []
