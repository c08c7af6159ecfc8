"""Money set aside, and money given back."""

from datetime import timedelta

import pytest
from django.db import transaction

from network.clock import moved, now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, hold_transfer, post_entry, post_pending, reverse_entry, void_pending
from network.ledger.exceptions import AlreadyResolved, NotReversible, Overdrawn
from network.ledger.invariants import NOTHING_EXPIRED
from network.outbox.testing import drain
from tests.books import cash, everything, fund, give, pay_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant():
    """30,000 of the fund's 100,000 satang, set aside for a grant."""
    give(fund(), 1000_00)
    return hold_transfer(key="grant:1", kind="grant", debit=fund(), credit=cash(), amount=300_00)


def refused(error, function, *args, **kwargs):
    before = everything()
    with pytest.raises(error), transaction.atomic():
        function(*args, **kwargs)
    assert everything() == before


def test_what_is_held_is_out_of_reach_but_not_gone(grant):
    assert fund().balances() == (1000_00, 300_00)
    assert fund().available() == 700_00
    assert cash().balances() == (1000_00, 300_00)
    refused(Overdrawn, pay_out, fund(), 700_01)


def test_posting_moves_it(grant):
    post_pending(grant, key="grant:1:post", kind="grant")

    assert fund().balances() == (700_00, 0)


def test_posting_a_part_frees_the_rest(grant):
    post_pending(grant, key="grant:1:post", kind="grant", amount=100_00)

    assert fund().balances() == (900_00, 0)
    refused(Overdrawn, pay_out, fund(), 900_01)
    pay_out(fund(), 900_00)


def test_voiding_frees_it(grant):
    void_pending(grant, key="grant:1:void", kind="grant")

    assert fund().balances() == (1000_00, 0)
    pay_out(fund(), 1000_00)


def test_it_is_resolved_once(grant):
    post_pending(grant, key="grant:1:post", kind="grant", amount=100_00)

    refused(AlreadyResolved, void_pending, grant, key="grant:1:void", kind="grant")
    refused(AlreadyResolved, post_pending, grant, key="grant:1:again", kind="grant")


def test_resolving_twice_by_one_key_is_a_replay(grant):
    first = void_pending(grant, key="grant:1:void", kind="grant")

    assert void_pending(grant, key="grant:1:void", kind="grant") == first


def test_never_more_than_was_held(grant):
    refused(ValueError, post_pending, grant, key="grant:1:post", kind="grant", amount=300_01)


def test_what_is_held_too_long_is_freed():
    give(fund(), 10_00)
    end = now() + timedelta(hours=1)
    hold_transfer(key="hold:1", kind="grant", debit=fund(), credit=cash(), amount=4_00, expires_at=end)
    drain()
    assert fund().balances() == (10_00, 4_00)

    with moved(timedelta(hours=1)):
        drain()
    assert fund().balances() == (10_00, 0)


def test_what_was_posted_in_time_does_not_expire():
    give(fund(), 10_00)
    end = now() + timedelta(hours=1)
    pending = hold_transfer(key="hold:1", kind="grant", debit=fund(), credit=cash(), amount=4_00, expires_at=end)
    post_pending(pending, key="hold:1:post", kind="grant")

    with moved(timedelta(hours=1)):
        assert drain() == 1
    assert fund().balances() == (6_00, 0)


def test_a_hold_that_nobody_freed_is_named():
    give(fund(), 10_00)
    pending = hold_transfer(key="hold:1", kind="x", debit=fund(), credit=cash(), amount=4_00, expires_at=now())

    assert NOTHING_EXPIRED() == []
    with moved(timedelta(minutes=6)):
        assert [row["transfer"] for row in NOTHING_EXPIRED()] == [pending.pk]


def test_a_reversal_gives_everything_back():
    gift = give(fund(), 500_00)
    back = reverse_entry(gift, key="gift:1:reversal")

    assert (fund().balance(), cash().balance()) == (0, 0)
    assert back.transfers.get().origin == gift.transfers.get()


def sale():
    """400 baht: 380 to the seller, 20 to the network."""
    payable, fee = open_account("payable:o1", limited=True), open_account("fee:network")
    transfers = [
        Transfer(debit=cash(), credit=payable, amount=380_00),
        Transfer(debit=cash(), credit=fee, amount=20_00),
    ]
    return payable, fee, post_entry(key="sale:1", kind="sale", transfers=transfers)


def test_a_part_is_given_back_by_amounts():
    payable, fee, sold = sale()
    reverse_entry(sold, key="sale:1:refund:1", amounts={1: 190_00, 2: 10_00})
    reverse_entry(sold, key="sale:1:refund:2", amounts={1: 190_00})

    assert (payable.balance(), fee.balance(), cash().balance()) == (0, 10_00, 10_00)


def test_never_more_than_was_moved_in_all():
    _payable, _fee, sold = sale()
    reverse_entry(sold, key="sale:1:refund:1", amounts={1: 200_00})

    refused(NotReversible, reverse_entry, sold, key="sale:1:refund:2", amounts={1: 180_01})
    refused(NotReversible, reverse_entry, sold, key="sale:1:refund:2")
    refused(ValueError, reverse_entry, sold, key="sale:1:refund:2", amounts={3: 1})


def test_what_was_spent_cannot_be_taken_back():
    gift = give(fund(), 500_00)
    pay_out(fund(), 200_00)

    refused(Overdrawn, reverse_entry, gift, key="gift:1:reversal")


def test_a_reversal_can_be_reversed():
    gift = give(fund(), 500_00)
    back = reverse_entry(gift, key="gift:1:reversal")
    reverse_entry(back, key="gift:1:reinstated")

    assert fund().balance() == 500_00


def test_what_only_waits_is_voided_not_reversed(grant):
    refused(ValueError, reverse_entry, grant.entry, key="grant:1:reversal", amounts={1: 1})
