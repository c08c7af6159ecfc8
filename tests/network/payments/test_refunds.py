import pytest

from network.ledger.models import Entry
from network.outbox.testing import drain
from network.payments.actions import ask_refund, follow_refund, name_payee, record_transfer, settle, start_attempt
from network.payments.actions.refunds import end_refund
from network.payments.exceptions import RefundTooLarge
from network.payments.gateways.base import Outcome, State
from network.payments.models import Refund
from tests.network.payments.conftest import balance, make_attempt
from tests.network.payments.test_stripe import ADDRESSES, pay

pytestmark = pytest.mark.django_db
Status = Refund.Status


@pytest.fixture
def part(attempt):
    settle(attempt, outcome=Outcome(State.PAID, 500_00))
    drain()
    return attempt.parts.get()


def cash(part):
    return balance(f"cash:bank:{part.attempt.holder.public_id}")


def test_a_refund_by_hand_waits_for_the_payers_account_then_for_the_treasurer(part):
    refund = ask_refund(part, amount=200_00, reason="One jar broke", key="r1")
    assert (refund.status, balance("payable:jar")) == (Status.NEEDS_ACCOUNT, 300_00)

    name_payee(refund, name="สมหญิง", bank="ธนาคารสาธิต", account="1112223334")
    assert (refund.status, cash(part)) == (Status.TO_TRANSFER, 500_00)

    record_transfer(refund, bank_reference="BANK-1")
    assert (refund.status, cash(part)) == (Status.SUCCEEDED, 300_00)
    assert balance(f"owed_back:{part.attempt.public_id}") == 0


def test_asking_twice_with_one_key_owes_once(part):
    ask_refund(part, amount=200_00, reason="x", key="r1")
    ask_refund(part, amount=200_00, reason="x", key="r1")

    assert balance(f"owed_back:{part.attempt.public_id}") == 200_00


@pytest.mark.parametrize("amounts", [[500_01], [500_00, 1], [250_00, 250_01]])
def test_more_than_was_paid_is_never_owed(part, amounts):
    *allowed, last = amounts
    for n, amount in enumerate(allowed):
        ask_refund(part, amount=amount, reason="x", key=f"r{n}")
    entries = Entry.objects.count()

    with pytest.raises(RefundTooLarge):
        ask_refund(part, amount=last, reason="x", key="last")
    part.refresh_from_db()
    assert part.refunded == sum(allowed)
    assert Entry.objects.count() == entries


@pytest.mark.promise(19)
@pytest.mark.parametrize(
    ("path", "owed", "in_the_bank"),
    [
        ([Status.PENDING], 500_00, 500_00),
        ([Status.PENDING, Status.NEEDS_ACCOUNT], 500_00, 500_00),
        ([Status.SUCCEEDED], 0, 0),
        ([Status.PENDING, Status.SUCCEEDED, Status.SUCCEEDED], 0, 0),
        ([Status.FAILED], 500_00, 500_00),
        ([Status.SUCCEEDED, Status.FAILED], 500_00, 500_00),
        ([Status.CANCELLED], 500_00, 500_00),
    ],
)
def test_every_state_of_a_refund_reaches_the_books(part, path, owed, in_the_bank):
    refund = ask_refund(part, amount=500_00, reason="x", key="r1")
    Refund.objects.update(status=Status.ASKED)
    for status in path:
        end_refund(refund, status)

    assert balance(f"owed_back:{part.attempt.public_id}") == owed
    assert cash(part) == in_the_bank


WORDS = {
    "pending": (Status.PENDING, 120_00),
    "requires_action": (Status.NEEDS_ACCOUNT, 120_00),
    "succeeded": (Status.SUCCEEDED, 0),
    "failed": (Status.FAILED, 120_00),
    "canceled": (Status.CANCELLED, 120_00),
}


@pytest.mark.promise(19)
@pytest.mark.parametrize("word", WORDS)
def test_each_of_stripes_five_words_reaches_the_books(holder, jar, stripe_sandbox, word):
    """What is not with the payer yet, or came back, is owed to her: 120 baht of the 500."""
    stripe_sandbox.control("settings", refund_start={"card": "pending"})
    attempt = make_attempt(holder, gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    settle(attempt)
    drain()
    refund = ask_refund(attempt.parts.get(), amount=120_00, reason="x", key="r1")
    follow_refund(refund)
    if word != "pending":
        stripe_sandbox.control("refunds/settle", refund=refund.provider_ref, status=word)
    for _ in range(2):
        follow_refund(refund)

    assert (refund.status, balance(f"owed_back:{attempt.public_id}")) == WORDS[word]
    assert balance("payable:jar") == 380_00


@pytest.mark.promise(19)
def test_a_refund_that_failed_after_it_had_succeeded_is_owed_again(holder, jar, stripe_sandbox):
    attempt = make_attempt(holder, gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    settle(attempt)
    drain()
    refund = ask_refund(attempt.parts.get(), amount=120_00, reason="x", key="r1")
    follow_refund(refund)
    assert balance(f"owed_back:{attempt.public_id}") == 0

    stripe_sandbox.control("refunds/settle", refund=refund.provider_ref, status="failed")
    follow_refund(refund)
    assert (refund.status, balance(f"owed_back:{attempt.public_id}")) == (Status.FAILED, 120_00)


def test_a_late_word_changes_nothing(part):
    refund = ask_refund(part, amount=500_00, reason="x", key="r1")
    Refund.objects.update(status=Status.ASKED)
    end_refund(refund, Status.SUCCEEDED)
    for status in (Status.PENDING, Status.NEEDS_ACCOUNT):
        end_refund(refund, status)

    assert refund.status == Status.SUCCEEDED


def test_the_table_of_moves_names_every_state():
    assert set(Refund.MOVES) == set(Status)
    assert all(before != after for before, targets in Refund.MOVES.items() for after in targets)
