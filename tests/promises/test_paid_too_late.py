"""Promise 18: money that comes when the goods are gone goes back at once, and no piece is sold twice for it."""

from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest

from marketplace.consignments.payments import attempts_of
from network.capacity import actions as capacity
from network.capacity.models import Pool
from network.clock import moved, now
from network.invariants import broken_invariants
from network.locks import TryAgain
from network.outbox.testing import drain
from network.payments.actions import name_payee, record_transfer, settle, start_attempt, sweep_attempts
from network.payments.gateways import stripe as gateway
from network.payments.gateways.base import Outcome, State
from network.payments.models import Refund
from network.people.models import Message
from tests.marketplace.buying import create_goods, create_holder, create_order
from tests.network.payments.conftest import balance
from tests.network.payments.test_stripe import ADDRESSES, pay
from tests.promises.lifted import lift_check
from tests.races import breaks, race

pytestmark = pytest.mark.usefixtures("own_database")
AFTER_THE_HOLD = {
    "stripe": timedelta(minutes=36),
    "promptpay": timedelta(minutes=31),
    "bank_transfer": timedelta(hours=73),
}


def expired_order(scarf, *, gateway="promptpay", quantity=1):
    """An order whose hold has ended without money, its attempt."""
    order = create_order(scarf, quantity=quantity, gateway=gateway)
    return order, attempts_of(order).get()


@pytest.mark.promise(18)
def test_stripes_money_for_what_is_sold_goes_back_within_five_minutes(stripe_sandbox):
    """Paid at the last moment, while the site was away; by the time it looks, another has bought the last piece."""
    create_holder()
    [scarf] = create_goods(left=1)
    late, attempt = expired_order(scarf, gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    with moved(AFTER_THE_HOLD["stripe"]):
        create_order(scarf, gateway="promptpay")
        began = now()
        sweep_attempts(settle)
        drain()

        refund = Refund.objects.get()
        assert now() - began < timedelta(minutes=5)
        assert (refund.amount, refund.status) == (late.total, Refund.Status.SUCCEEDED)
        assert refund.ended_at - began < timedelta(minutes=5)
    [sent] = gateway.client().v1.refunds.list().data
    assert (sent.amount, sent.status) == (late.total, "succeeded")
    assert balance(f"owed_back:{attempt.public_id}") == balance(f"received:{attempt.public_id}") == 0
    assert "order/messages/returned" in set(Message.objects.values_list("template", flat=True))
    assert Pool.objects.get(ref=scarf.ref).left == 0
    assert broken_invariants() == {}


@pytest.mark.promise(18)
@pytest.mark.parametrize("way", ["promptpay", "bank_transfer"])
def test_a_transfer_for_what_is_sold_becomes_a_task_with_a_clock_to_the_payers_account(way):
    create_holder()
    [scarf] = create_goods(left=1)
    late, attempt = expired_order(scarf, gateway=way)
    with moved(AFTER_THE_HOLD[way]):
        sweep_attempts(settle)
        create_order(scarf)
        began = now()
        settle(attempt, outcome=Outcome(State.PAID, attempt.amount))
        drain()

        refund = Refund.objects.by_hand().get()
        assert refund.asked_at - began < timedelta(minutes=5)
    assert (refund.amount, refund.status) == (late.total, Refund.Status.NEEDS_ACCOUNT)
    assert refund.due_at - refund.asked_at == timedelta(days=3)
    said = set(Message.objects.values_list("template", flat=True))
    assert {"order/messages/returned", "order/messages/refund_account"} <= said
    name_payee(refund, name="นก ใจดี", bank="ธนาคารสาธิต", account="1112223334")
    record_transfer(refund, bank_reference="BANK-1")
    assert not Refund.objects.by_hand().exists()
    assert balance(f"owed_back:{attempt.public_id}") == 0
    assert Pool.objects.get(ref=scarf.ref).left == 0
    assert broken_invariants() == {}


def pay_late_for_the_last(_number, *, rivals=6, pieces=2):
    """Holds of all have ended, two pieces are left, all the money comes at once; units sold."""
    [scarf] = create_goods(left=rivals)
    attempts = [expired_order(scarf)[1] for _ in range(rivals)]
    with moved(AFTER_THE_HOLD["promptpay"]):
        sweep_attempts(settle)
        capacity.resize_pool(Pool.objects.get(ref=scarf.ref), pieces)
        race(*(partial(patiently_settle, one, Outcome(State.PAID, one.amount)) for one in attempts))
        drain()
    pool = Pool.objects.get(ref=scarf.ref)
    returned = Refund.objects.filter(part__attempt__in=attempts).count()
    assert pool.taken + returned == rivals  # 0 stuck: sold, or on its way back
    return pool.taken


def patiently_settle(attempt, outcome):
    for _ in range(20):
        with suppress(TryAgain):
            return settle(attempt, outcome=outcome)
    raise AssertionError("never answered")


@pytest.mark.promise(18)
def test_of_many_who_paid_too_late_as_many_get_theirs_as_there_are_pieces(soak):
    create_holder()
    assert {pay_late_for_the_last(number) for number in range(20 if soak else 3)} == {2}
    assert broken_invariants() == {}


@pytest.mark.promise(18)
@pytest.mark.slow
def test_without_the_guard_late_money_buys_what_is_not_there(monkeypatch):
    create_holder()
    monkeypatch.setattr(capacity, "GUARDED", False)

    with lift_check("capacity_pool", "pool_taken_within_size"):
        assert breaks(lambda number: pay_late_for_the_last(number, rivals=4) > 2) >= 9
