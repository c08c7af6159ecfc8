"""Posting entries: once per key, all or nothing."""

import pytest

from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.ledger.exceptions import KeyReused, Overdrawn
from network.ledger.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def cash():
    return open_account("cash:stripe", side="debit")


@pytest.fixture
def fund():
    return open_account("fund:rice:available", limited=True, book="fund:rice")


@pytest.fixture
def paid_out():
    return open_account("cash:bank", side="debit")


def give(fund, cash, amount, key="pledge:a:capture"):
    return post_entry(key=key, kind="gift", transfers=[Transfer(debit=cash, credit=fund, amount=amount)])


def test_an_entry_moves_its_amount(fund, cash):
    give(fund, cash, 500_00)

    assert (fund.balance(), cash.balance()) == (500_00, 500_00)


def test_the_same_key_and_content_returns_the_first_entry(fund, cash):
    first = give(fund, cash, 500_00)

    assert give(fund, cash, 500_00) == first
    assert fund.balance() == 500_00
    assert Entry.objects.count() == 1


def test_the_same_key_with_another_amount_is_refused(fund, cash):
    give(fund, cash, 500_00)

    with pytest.raises(KeyReused):
        give(fund, cash, 500_01)

    assert fund.balance() == 500_00


def test_a_limited_account_is_never_overdrawn(fund, cash, paid_out):
    give(fund, cash, 500_00)

    take = Transfer(debit=fund, credit=paid_out, amount=500_01)

    with pytest.raises(Overdrawn):
        post_entry(key="payout:b", kind="payout", transfers=[take])
