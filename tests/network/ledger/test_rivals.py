"""Many hands at the books at once."""

import random

import pytest
from django.db import connection

from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, hold_transfer, post_entry, post_pending, reverse_entry, void_pending
from network.ledger.audit import audit
from network.ledger.exceptions import AlreadyResolved, NotReversible, Overdrawn
from network.ledger.models import Account, Entry
from network.ledger.seal import seal_books
from tests.books import cash, fund, give
from tests.races import breaks, race

pytestmark = pytest.mark.usefixtures("own_database")


def test_one_account_is_opened_by_many():
    accounts = race(*[lambda: open_account("payable:o1", limited=True)] * 8)

    assert set(accounts) == {Account.objects.get()}


def test_one_key_is_one_entry():
    fund(), cash()
    entries = race(*[lambda: give(fund(), 5_00)] * 8)

    assert set(entries) == {Entry.objects.get()}
    assert fund().balance() == 5_00


def end_at_once(number):
    """Six rivals post or void what was set aside; returns how many came too late."""
    held = hold_transfer(key=f"hold:{number}", kind="x", debit=fund(), credit=cash(), amount=10_00)
    posts = [lambda n=n: post_pending(held, key=f"post:{number}:{n}", kind="x") for n in range(3)]
    voids = [lambda n=n: void_pending(held, key=f"void:{number}:{n}", kind="x") for n in range(3)]
    return sum(isinstance(result, AlreadyResolved) for result in race(*posts, *voids))


def test_what_waits_is_posted_or_voided_by_one():
    give(fund(), 100_00)

    assert [end_at_once(number) for number in range(5)] == [5] * 5
    assert fund().pending() == 0


def back_at_once(number):
    """Five rivals each give 40 of a gift of 100 back; returns what was given back in all."""
    name = f"fund{number}"
    give(fund(name), 900_00, key=f"more:{number}")
    gift = give(fund(name), 100_00, key=f"gift:{number}")
    rivals = [lambda n=n: reverse_entry(gift, key=f"back:{number}:{n}", amounts={1: 40_00}) for n in range(5)]
    results = race(*rivals)
    assert all(isinstance(result, (Entry, NotReversible)) for result in results), results
    return 1000_00 - fund(name).balance()


def test_never_more_is_given_back_than_was_moved():
    assert back_at_once(1) == 80_00


def test_without_the_judge_more_is_given_back():
    table = " ON ledger_transfer" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER ledger_transfer_judge{table}")

    assert breaks(lambda number: back_at_once(number) > 100_00) >= 9


def test_entries_that_drain_the_same_accounts_in_any_order_never_deadlock(soak):
    """Entries of three transfers over four limited accounts, shuffled, with a sealer among them."""
    rounds, names = (150 if soak else 12), ["a", "b", "c", "d"]
    for name in names:
        give(fund(name), rounds * 40_00, key=f"start:{name}")

    def spend(rival):
        chance, refused = random.Random(rival), 0
        for number in range(rounds):
            rows = [
                Transfer(debit=fund(name), credit=cash(), amount=chance.randrange(1, 20_00))
                for name in chance.sample(names, 3)
            ]
            try:
                post_entry(key=f"{rival}:{number}", kind="x", transfers=rows)
            except Overdrawn:
                refused += 1
        return refused

    results = race(*(lambda rival=rival: spend(rival) for rival in range(8)), lambda: seal_books() and 0)
    seal_books()

    assert not [result for result in results if isinstance(result, Exception)]
    assert sum(results) > 0
    assert min(fund(name).balance() for name in names) >= 0
    assert audit() == []
