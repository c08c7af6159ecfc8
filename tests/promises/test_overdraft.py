"""Promise 6: a fund cannot pay out more than it holds, however many try at once."""

import threading

import pytest
from django.db import connection, connections, transaction

from network.ledger import triggers
from network.ledger.exceptions import Overdrawn
from network.ledger.triggers import postgresql as postgresql_triggers
from tests.books import cash, fund, give, pay_out
from tests.races import breaks, race

pytestmark = [pytest.mark.promise(6), pytest.mark.usefixtures("own_database")]

ENOUGH_FOR = 3


def payouts_at_once(name, rivals):
    """Each rival wants 100 baht of a fund that holds 300; returns what they got and what is left."""
    give(fund(name), ENOUGH_FOR * 100_00, key=f"gift:{name}")
    results = race(*(lambda n=n: pay_out(fund(name), 100_00, key=f"payout:{name}:{n}") for n in range(rivals)))
    return results, fund(name).balance()


def test_many_payouts_of_a_small_balance(soak):
    rivals = 50 if soak else 12
    results, left = payouts_at_once("rice", rivals)

    assert sum(isinstance(result, Overdrawn) for result in results) == rivals - ENOUGH_FOR
    assert (left, fund().available()) == (0, 0)


def test_gifts_never_wait_and_payouts_never_overdraw(soak):
    """Gifts and payouts of two funds at once: what was given is what was paid out and what is left."""
    rounds, (rice, river) = (50 if soak else 10), (fund(), fund("river"))
    cash()

    def give_some(account, name):
        return [give(account, 10_00, key=f"{name}:{n}") for n in range(rounds)]

    def take_some(account, name):
        return sum(took(account, f"{name}:{n}") for n in range(rounds))

    def took(account, key):
        try:
            pay_out(account, 15_00, key=key)
        except Overdrawn:
            return 0
        return 15_00

    rivals = [lambda n=n, who=who: give_some(who, f"gift:{who}:{n}") for n in range(3) for who in (rice, river)]
    rivals += [lambda n=n, who=who: take_some(who, f"take:{who}:{n}") for n in range(2) for who in (rice, river)]
    results = race(*rivals)

    taken = sum(result for result in results if isinstance(result, int))
    assert not [result for result in results if isinstance(result, Exception)]
    assert rice.balance() + river.balance() == 2 * 3 * rounds * 10_00 - taken
    assert min(rice.balance(), river.balance()) >= 0


def test_without_the_judge_the_fund_is_overdrawn():
    """The twin: the one trigger that judges is gone, everything else stands."""
    table = " ON ledger_transfer" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER ledger_transfer_judge{table}")

    assert breaks(lambda n: payouts_at_once(f"fund{n}", 5)[1] < 0) >= 9


def test_without_the_lock_a_rival_in_the_window_overdraws():
    """The deterministic twin: the judge still sums, but waits for nobody."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: there is no window")
    unlocked = postgresql_triggers.JUDGE.replace("ORDER BY a.id FOR NO KEY UPDATE", "ORDER BY a.id")
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION ledger_judge() RETURNS trigger LANGUAGE plpgsql AS $x${unlocked}$x$"
        )
    assert triggers.missing(connection) == ["ledger_judge"]

    assert overdrawn_in_the_window("rice")


def test_with_the_lock_a_rival_waits_and_is_refused():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: there is no window")

    assert not overdrawn_in_the_window("rice")


def overdrawn_in_the_window(name):
    """One payout written and not yet committed, when another of the same money begins."""
    give(fund(name), 100_00, key=f"gift:{name}")
    refused = []

    def rival():
        try:
            pay_out(fund(name), 100_00, key="rival")
        except Overdrawn:
            refused.append("rival")
        finally:
            connections.close_all()

    with transaction.atomic():
        pay_out(fund(name), 100_00, key="first")
        thread = threading.Thread(target=rival)
        thread.start()
        thread.join(0.5)
    thread.join()
    return not refused and fund(name).balance() == -100_00
