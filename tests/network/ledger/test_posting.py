"""Posting entries: once per key, all or nothing."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from network.clock import frozen
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, erase_private, post_entry
from network.ledger.exceptions import AccountDiffers, KeyReused, Overdrawn
from network.ledger.models import Entry, PrivateNote
from tests.books import cash, everything, fund, give, move, pay_out

pytestmark = pytest.mark.django_db

LATE_EVENING = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)  # half past midnight of the 23rd in Songkhla


def test_an_entry_moves_its_amount():
    give(fund(), 500_00)

    assert (fund().balance(), cash().balance()) == (500_00, 500_00)


def test_an_entry_tells_what_was_written():
    with frozen(LATE_EVENING):
        entry = give(fund(), 500_00, private={"note": "for Somchai"})

    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.key, kept.kind, kept.day, kept.size) == ("gift:1", "gift", date(2026, 11, 23), 1)
    assert (kept.happened_at, kept.recorded_at) == (LATE_EVENING, LATE_EVENING)
    assert kept.digest == entry.digest
    assert kept.private_note.read() == {"note": "for Somchai"}
    assert kept.transfers.get() == entry.transfers.get()


def test_the_same_key_and_content_returns_the_first_entry():
    first = give(fund(), 500_00)
    before = everything()

    assert give(fund(), 500_00, happened_at=LATE_EVENING) == first
    assert everything() == before


@pytest.mark.parametrize("other", [{"amount": 500_01}, {"private": {"note": "x"}}, {"to": "river"}])
def test_the_same_key_with_other_content_is_refused(other):
    give(fund(), 500_00)
    give(fund("river"), 500_00, key="gift:2")
    before = everything()

    with pytest.raises(KeyReused):
        give(fund(other.get("to", "rice")), other.get("amount", 500_00), private=other.get("private"))

    assert everything() == before


def test_a_limited_account_is_never_overdrawn():
    give(fund(), 500_00)
    before = everything()

    with pytest.raises(Overdrawn), transaction.atomic():
        pay_out(fund(), 500_01)

    assert everything() == before
    pay_out(fund(), 500_00)
    assert fund().balance() == 0


def test_after_a_refusal_the_surrounding_transaction_is_lost_on_either_database():
    with transaction.atomic():
        with pytest.raises(Overdrawn):
            pay_out(fund(), 1)
        with pytest.raises(TransactionManagementError):
            Entry.objects.count()
        transaction.set_rollback(True)


def test_an_account_limited_on_the_debit_side_holds_too():
    purse = open_account("purse", side="debit", limited=True)
    move(purse, fund(), 10_00, "fill")

    with pytest.raises(Overdrawn), transaction.atomic():
        move(cash(), purse, 10_01, "empty")

    assert purse.balance() == 10_00


def test_what_comes_in_is_written_before_what_goes_out():
    received = open_account("received:a1", limited=True)
    payable = open_account("payable:o1", limited=True)
    fee = open_account("fee:network")
    transfers = [
        Transfer(debit=payable, credit=fee, amount=5_00),
        Transfer(debit=received, credit=payable, amount=100_00),
        Transfer(debit=cash(), credit=received, amount=100_00),
    ]
    entry = post_entry(key="sale:1", kind="sale", transfers=transfers)

    assert list(entry.transfers.order_by("n").values_list("amount", "credit__code")) == [
        (100_00, "received:a1"),
        (100_00, "payable:o1"),
        (5_00, "fee:network"),
    ]
    assert (received.balance(), payable.balance(), fee.balance()) == (0, 95_00, 5_00)


def test_all_transfers_of_an_entry_or_none():
    before = (cash().balance(), fund().balance())
    transfers = [
        Transfer(debit=cash(), credit=open_account("fee:network"), amount=1_00),
        Transfer(debit=fund(), credit=cash(), amount=1_00),
    ]
    with pytest.raises(Overdrawn), transaction.atomic():
        post_entry(key="both", kind="test", transfers=transfers)

    assert (cash().balance(), fund().balance()) == before
    assert not Entry.objects.exists()


@pytest.mark.parametrize("amount", [0, -1, 1.0, True, "1", None])
def test_only_whole_positive_amounts(amount):
    with pytest.raises((TypeError, ValueError)):
        give(fund(), amount)

    assert not Entry.objects.exists()


def test_units_never_mix():
    hours = open_account("hours", unit="MIN")

    with pytest.raises(ValueError, match="counts THB"):
        give(hours, 60)

    assert not Entry.objects.exists()


def test_volunteer_minutes_stand_in_the_same_books():
    given, done = open_account("hours:given", unit="MIN", side="debit"), open_account("hours:done", unit="MIN")
    move(given, done, 90, "shift:1")

    assert done.balance() == 90


@pytest.mark.parametrize("key", ["somchai@example.org", "a b", "", "ก", "a#1"])
def test_keys_are_opaque_references(key):
    with pytest.raises(ValueError, match="opaque"):
        give(fund(), 1_00, key=key)


def test_an_account_is_opened_once():
    assert fund() == fund()

    with pytest.raises(AccountDiffers):
        open_account("fund:rice:available", book="fund:rice", limited=False)


def test_erasing_private_facts_leaves_the_entry():
    entry = give(fund(), 1_00, private={"name": "Somchai"})

    assert erase_private([entry]) == 1
    assert not PrivateNote.objects.exists()
    assert give(fund(), 1_00) == entry


def test_posting_is_one_statement_on_postgresql(django_assert_num_queries):
    account, other = fund(), cash()
    with frozen(LATE_EVENING), django_assert_num_queries(1 if connection.vendor == "postgresql" else 3):
        post_entry(key="one", kind="gift", transfers=[Transfer(debit=other, credit=account, amount=1)])
