"""Checkpoints make balances quick and never change them."""

import pytest
from django.db import transaction

from network.ledger.exceptions import Overdrawn
from network.ledger.fold import fold, rebuild_checkpoints
from network.ledger.invariants import BALANCES_TRUE, UNITS_BALANCE
from network.ledger.models import Account, Checkpoint, FoldMark, Transfer
from tests.books import fund, give, pay_out, write_a_past

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mark():
    FoldMark.objects.create(pk=1)


def newest():
    return Transfer.objects.order_by("pk").last().pk


def balances():
    return {account.code: account.balances() for account in Account.objects.all()}


def test_a_balance_is_the_same_before_and_after_folding():
    write_a_past(3)
    before = balances()
    for upto in range(1, newest() + 1):
        fold(upto)
        assert balances() == before

    assert before["fund:rice:available"] == (3 * (100_00 - 4_00 - 1_00) + 3, 0)
    assert Checkpoint.objects.count() == 3


def test_a_pending_amount_survives_folding_between_its_rows():
    write_a_past(1)
    hold = Transfer.objects.get(kind="pending")
    fold(hold.pk)

    assert Checkpoint.objects.get(account=fund()).debits_pending == 5_00
    assert fund().balances() == (95_00, 0)


def test_folding_the_same_twice_adds_nothing():
    write_a_past(1)
    fold(newest())
    before = list(Checkpoint.objects.order_by("pk").values())
    fold(newest())
    fold(1)

    assert list(Checkpoint.objects.order_by("pk").values()) == before


def test_checkpoints_made_anew_are_the_same():
    write_a_past(2)
    fold(4)
    fold(newest())
    before = list(Checkpoint.objects.order_by("pk").values())
    rebuild_checkpoints(newest())

    assert list(Checkpoint.objects.order_by("pk").values()) == before


def test_a_limit_holds_upon_a_checkpoint():
    give(fund(), 10_00)
    fold(newest())
    pay_out(fund(), 4_00)

    with pytest.raises(Overdrawn), transaction.atomic():
        pay_out(fund(), 6_01, key="payout:2")

    assert fund().balance() == 6_00


def test_a_forged_checkpoint_is_named():
    give(fund(), 10_00)
    fold(newest())
    Checkpoint.objects.filter(account=fund()).update(credits_posted=99_00)

    assert BALANCES_TRUE() == [{"account": "fund:rice:available"}]
    assert UNITS_BALANCE() == [{"unit": "THB"}]


def test_a_checkpoint_that_skips_rows_is_named():
    give(fund(), 10_00)
    fold(newest())
    pay_out(fund(), 1_00)
    Checkpoint.objects.filter(account=fund()).update(upto=newest())

    assert BALANCES_TRUE() == [{"account": "fund:rice:available"}]
