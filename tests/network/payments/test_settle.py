import pytest

from network.ledger.models import Entry
from network.outbox.testing import drain
from network.payments.actions import fulfil_part, settle, sweep_attempts
from network.payments.gateways.base import Outcome, State
from network.payments.models import AttemptPart, PaymentAttempt, Refund
from tests.network.payments.conftest import balance, make_attempt

pytestmark = pytest.mark.django_db
PAID = Outcome(State.PAID, 500_00, "THB", "pi_1", fee=18_25)


def settled(attempt, outcome=PAID):
    settle(attempt, outcome=outcome)
    drain()
    attempt.refresh_from_db()
    return attempt


def test_a_paid_attempt_moves_its_money_on_to_what_it_was_for(attempt, jar):
    settled(attempt)

    assert attempt.status == PaymentAttempt.Status.SETTLED
    assert jar.fulfilled == ["jar:one"]
    assert balance(f"received:{attempt.public_id}") == 0
    assert balance("payable:jar") == 500_00
    assert balance("expense:provider_fees") == 18_25
    assert balance("fees:unassigned") == 0
    assert balance(f"cash:bank:{attempt.holder.public_id}") == 481_75


def test_settling_twice_books_once(attempt, jar):
    settled(attempt)
    entries = Entry.objects.count()
    settled(PaymentAttempt.objects.get(pk=attempt.pk))

    assert Entry.objects.count() == entries
    assert jar.fulfilled == ["jar:one"]


def test_two_parts_share_the_fee_to_the_satang(holder, jar):
    attempt = make_attempt(holder, parts=[("jar", "jar:one", 333_33), ("jar", "jar:two", 166_67)])
    settled(attempt)

    assert sum(part.fee for part in attempt.parts.all()) == 18_25
    assert balance("payable:jar") == 500_00
    assert balance("fees:unassigned") == 0


@pytest.mark.parametrize("outcome", [Outcome(State.PAID, 499_99, "THB"), Outcome(State.PAID, 500_01, "THB")])
def test_another_amount_is_booked_but_nothing_is_delivered(attempt, jar, outcome):
    settled(attempt, outcome)

    assert attempt.status == PaymentAttempt.Status.NEEDS_REVIEW
    assert jar.fulfilled == []
    assert balance(f"received:{attempt.public_id}") == outcome.amount


def test_another_currency_is_never_booked_as_baht(attempt, jar):
    settled(attempt, Outcome(State.PAID, 500_00, "MYR"))

    assert attempt.status == PaymentAttempt.Status.NEEDS_REVIEW
    assert jar.fulfilled == []
    assert Entry.objects.count() == 0


def test_failure_gives_back_what_was_held(attempt, jar):
    settled(attempt, Outcome(State.FAILED))

    assert attempt.status == PaymentAttempt.Status.FAILED
    assert jar.released == ["jar:one"]
    assert Entry.objects.count() == 0


def test_waiting_changes_nothing(attempt, jar):
    settled(attempt, Outcome(State.WAITING))

    assert attempt.status == PaymentAttempt.Status.CREATED
    assert (jar.fulfilled, jar.released) == ([], [])


def test_money_after_the_end_is_delivered_if_it_still_can_be(attempt, jar):
    settled(attempt, Outcome(State.EXPIRED))
    settled(attempt)

    assert attempt.status == PaymentAttempt.Status.SETTLED
    assert jar.fulfilled == ["jar:one"]


def test_money_for_what_is_gone_is_owed_back_at_once(attempt, jar):
    jar.sold_out = True
    settled(attempt)

    refund = Refund.objects.get()
    assert (refund.amount, refund.status) == (500_00, Refund.Status.NEEDS_ACCOUNT)
    assert attempt.parts.get().status == AttemptPart.Status.RETURNED
    assert balance(f"received:{attempt.public_id}") == 0
    assert balance(f"owed_back:{attempt.public_id}") == 500_00


def test_fulfilling_a_part_twice_moves_its_money_once(attempt, jar):
    settled(attempt)
    fulfil_part(attempt.parts.get())

    assert jar.fulfilled == ["jar:one"]
    assert balance("payable:jar") == 500_00


def test_the_sweep_ends_what_nobody_paid(attempt, jar):
    PaymentAttempt.objects.filter(pk=attempt.pk).update(expires_at=attempt.created_at)

    assert sweep_attempts(settle) == 1
    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.EXPIRED
    assert jar.released == ["jar:one"]


def test_the_same_key_begins_one_attempt(holder):
    assert make_attempt(holder).pk == make_attempt(holder).pk
    assert PaymentAttempt.objects.count() == 1
