"""Promise 5: of one payment no more goes back than came, however many ask at once."""

from functools import partial

import pytest

from network.ledger.models import Entry
from network.locks import TryAgain
from network.outbox.testing import drain
from network.payments.actions import ask_refund, refunds, settle
from network.payments.exceptions import RefundTooLarge
from network.payments.gateways.base import Outcome, State
from network.payments.models import AttemptPart, Refund
from tests.network.payments.conftest import balance, make_attempt, make_holder
from tests.promises.lifted import lift_check
from tests.races import breaks, race


def paid_part(holder, number):
    attempt = make_attempt(holder, key=f"k{number}", parts=[("jar", f"jar:{number}", 500_00)])
    settle(attempt, outcome=Outcome(State.PAID, 500_00))
    drain()
    return attempt.parts.get()


def refund_at_once(part, *, rivals=20, amount=500_00):
    """So many different requests for the same money; those that were accepted."""
    asks = [partial(ask_refund, part, amount=amount, reason="x", key=f"{part.ref}:{n}") for n in range(rivals)]
    answers = race(*asks)
    assert {type(answer) for answer in answers} <= {Refund, RefundTooLarge, TryAgain}, answers
    return [answer for answer in answers if isinstance(answer, Refund)]


@pytest.mark.promise(5)
@pytest.mark.usefixtures("own_database")
def test_of_twenty_full_refunds_at_once_exactly_one_is_accepted(jar, soak):
    holder = make_holder()
    for number in range(50 if soak else 3):
        part = paid_part(holder, number)
        entries = Entry.objects.count()

        assert len(refund_at_once(part)) == 1
        part.refresh_from_db()
        part.attempt.refresh_from_db()
        assert (part.refunded, part.attempt.refunded) == (500_00, 500_00)
        assert balance(f"owed_back:{part.attempt.public_id}") == 500_00
        assert Entry.objects.count() == entries + 1


@pytest.mark.promise(5)
@pytest.mark.usefixtures("own_database")
def test_of_parts_as_many_are_accepted_as_fit(jar):
    part = paid_part(make_holder(), 1)

    assert len(refund_at_once(part, rivals=12, amount=120_00)) == 4
    assert balance(f"owed_back:{part.attempt.public_id}") == 480_00


@pytest.mark.promise(5)
@pytest.mark.usefixtures("own_database")
def test_the_same_request_from_many_windows_is_one_refund(jar):
    part = paid_part(make_holder(), 1)

    answers = race(*[partial(ask_refund, part, amount=120_00, reason="x", key="one")] * 8)
    assert {answer.pk for answer in answers} == {Refund.objects.get().pk}
    assert AttemptPart.objects.get().refunded == 120_00


@pytest.mark.promise(5)
@pytest.mark.usefixtures("own_database")
def test_without_the_guard_more_goes_back_than_came(jar, monkeypatch):
    """Others have paid into the same jar, so the books alone would not notice whose money it is."""
    holder = make_holder()
    for number in range(20):
        paid_part(holder, f"other:{number}")
    monkeypatch.setattr(refunds, "GUARDED", False)

    of_part = lift_check("payments_attemptpart", "part_refunded_at_most_amount")
    with of_part, lift_check("payments_paymentattempt", "attempt_refunded_at_most_amount"):
        assert breaks(lambda number: len(refund_at_once(paid_part(holder, number), rivals=3)) > 1) >= 9
