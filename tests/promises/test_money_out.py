"""Promises 6 and 53: money out never exceeds what there is, and leaves once, by two people."""

from functools import partial

import pytest

from network.ledger.models import Entry
from network.locks import TryAgain
from network.payments.actions import approve_payout, payouts, record_payout
from network.payments.exceptions import NotEnough, NotYoursToApprove, PayoutClosed
from network.payments.models import Payout
from tests.network.payments.conftest import balance, make_holder
from tests.network.payments.test_payouts import Barrel, ask, barrel, fill
from tests.network.people.factories import create_person
from tests.races import breaks, race

__all__ = ["barrel"]


def asked_at_once(rivals, *, amount, name=""):
    """So many different requests for one barrel's money; how many were accepted."""
    asker, holder = create_person(), make_holder()
    answers = race(*[partial(ask, asker, key=f"{name}{n}", amount=amount, holder=holder) for n in range(rivals)])
    assert {type(answer) for answer in answers} <= {Payout, NotEnough, TryAgain}, answers
    return sum(isinstance(answer, Payout) for answer in answers)


@pytest.mark.promise(6)
@pytest.mark.usefixtures("own_database", "barrel")
def test_of_many_who_ask_at_once_as_many_are_accepted_as_the_money_lasts(soak):
    fill(450_00)

    assert asked_at_once(50 if soak else 12, amount=100_00) == 4
    assert Payout.objects.count() == 4
    assert Entry.objects.filter(kind="payout asked").count() == 4


@pytest.mark.promise(6)
@pytest.mark.usefixtures("own_database")
def test_from_an_account_without_limit_more_is_accepted_than_there_is(barrel, monkeypatch):
    fill(450_00)
    unlimited = partial(payouts.open_account, "payable:unlimited")
    monkeypatch.setattr(Barrel, "account", lambda self, payout: unlimited())

    assert asked_at_once(12, amount=100_00) > 4


def approved(holder, number):
    asker, other = create_person(), create_person()
    return approve_payout(ask(asker, key=f"k{number}", amount=10_00, holder=holder), by=other), other


def recorded_at_once(payout, by, rivals=6):
    """Several people write down the same payout with another reference each; how many believe that theirs stands."""
    notes = [partial(record_payout, payout_again(payout), by=by, bank_reference=f"{payout}-{n}") for n in range(rivals)]
    answers = race(*notes)
    assert {type(answer) for answer in answers} <= {Payout, PayoutClosed, TryAgain}, answers
    return sum(isinstance(answer, Payout) for answer in answers)


def payout_again(payout):
    return Payout.objects.get(pk=payout.pk)


@pytest.mark.promise(53)
@pytest.mark.usefixtures("own_database", "barrel")
def test_of_many_who_write_it_down_one_is_believed_and_it_is_booked_once(soak):
    fill()
    holder = make_holder()
    for number in range(20 if soak else 3):
        assert recorded_at_once(*approved(holder, number)) == 1
        assert balance(f"cash:bank:{holder.public_id}") == -10_00 * (number + 1)


@pytest.mark.promise(53)
@pytest.mark.usefixtures("own_database", "barrel")
def test_without_the_guard_several_believe_that_theirs_was_booked(monkeypatch):
    fill()
    holder = make_holder()
    monkeypatch.setattr(payouts, "GUARDED", False)

    assert breaks(lambda number: recorded_at_once(*approved(holder, number), rivals=3) > 1) >= 9


@pytest.mark.promise(53)
@pytest.mark.usefixtures("own_database", "barrel")
def test_one_person_at_many_windows_stays_one_signature():
    fill()
    asker, other = create_person(), create_person()
    payout = ask(asker, needs_second=True)

    answers = race(*[partial(approve_payout, payout, by=person) for person in [other] * 6 + [asker] * 2])
    assert {type(answer) for answer in answers} == {Payout, NotYoursToApprove}, answers
    payout.refresh_from_db()
    assert (payout.state, payout.approvers) == ("asked", [other])
