"""Money out: set aside when asked for, approved by another, sent once; and the accounts it goes to."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.outbox.testing import drain
from network.payments.access import payout_accounts_for, payouts_for, payouts_to_judge
from network.payments.actions import (
    approve_payout,
    ask_payout,
    check_payout_account,
    enter_payout_account,
    record_payout,
    refuse_payout,
    refuse_payout_account,
)
from network.payments.exceptions import NotEnough, NotYoursToApprove, PayoutClosed, ReferenceUsed
from network.payments.models import Payout, PayoutAccount
from network.payments.payouts import register_source, sources
from network.people.models import Message
from tests.network.organisations.factories import create_organisation
from tests.network.payments.conftest import balance, make_holder
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db
PAYEE = {"payee_name": "นางสาวสมใจ ใจดี", "payee_bank": "Krungthai Bank", "payee_account": "9001234567"}


class Barrel:
    """A source of the tests' own: everybody but strangers may approve."""

    entry_kind = "payout"

    def __init__(self):
        self.told = []

    def account(self, payout):
        return open_account("payable:barrel", limited=True)

    def judged_by(self, user):
        return Q() if user.first_name != "stranger" else Q(pk__in=[])

    def tell(self, payout):
        self.told.append((payout.public_id, payout.state))


@pytest.fixture
def barrel():
    source = Barrel()
    register_source("barrel", source)
    yield source
    sources.pop("barrel")


def fill(amount=1_000_00):
    cash = open_account("cash:test", side="debit")
    transfer = Transfer(debit=cash, credit=open_account("payable:barrel", limited=True), amount=amount)
    post_entry(key=f"fill:{amount}", kind="sale", transfers=[transfer])


def ask(by, *, key="one", amount=400_00, **changes):
    holder = changes.pop("holder", None) or make_holder()
    facts = {"kind": "barrel", "ref": "barrel:one", "holder": holder, "payee": PAYEE, "purpose": "ถัง"}
    return ask_payout(key=key, amount=amount, by=by, **facts | changes)


@pytest.fixture
def people(db):
    return [create_person(first_name=name) for name in ("asker", "first", "second")]


@pytest.fixture
def payout(barrel, people):
    fill()
    return ask(people[0])


def available():
    return open_account("payable:barrel", limited=True).available()


def test_what_is_asked_for_is_set_aside_and_moves_when_it_is_sent(payout, people, barrel):
    asker, other, _third = people
    assert (balance("payable:barrel"), available()) == (1_000_00, 600_00)

    approve_payout(payout, by=other)
    record_payout(payout, by=asker, bank_reference="BANK-1")
    drain()

    assert (balance("payable:barrel"), available()) == (600_00, 600_00)
    assert balance(f"cash:bank:{payout.holder.public_id}") == -400_00
    assert barrel.told == [(payout.public_id, "sent")]


def test_asking_twice_with_one_key_asks_once(payout, people):
    assert ask(people[0], holder=payout.holder) == payout
    assert available() == 600_00


def test_more_than_there_is_cannot_be_asked_for(payout, people):
    with pytest.raises(NotEnough):
        ask(people[0], key="two", amount=600_01, holder=payout.holder)
    assert Payout.objects.count() == 1
    assert available() == 600_00


@pytest.mark.promise(53)
def test_nobody_approves_what_she_asked_for_or_gets(barrel, people):
    fill()
    asker, other, payee = people
    payout = ask(asker, beneficiary=payee)
    stranger = create_person(first_name="stranger")

    for person in (asker, payee, stranger):
        with pytest.raises(NotYoursToApprove):
            approve_payout(payout, by=person)
    with pytest.raises(NotYoursToApprove):
        refuse_payout(payout, by=stranger)
    assert approve_payout(payout, by=other).state == "approved"


@pytest.mark.promise(53)
@pytest.mark.parametrize(
    "alone",
    [
        {"first_approver": "asker", "state": "approved"},
        {"state": "approved"},
        {"state": "sent", "bank_reference": "x"},
        {"first_approver": "payee", "state": "approved"},
        {"first_approver": "other", "state": "approved", "needs_second": True},
        {"first_approver": "other", "second_approver": "other", "state": "approved", "needs_second": True},
        {"first_approver": "other", "state": "sent", "bank_reference": ""},
    ],
)
def test_the_database_itself_lets_no_money_out_by_one_person(barrel, people, alone):
    fill()
    names = dict(zip(["asker", "other", "payee"], people, strict=True))
    payout = ask(names["asker"], beneficiary=names["payee"])

    with pytest.raises(IntegrityError), transaction.atomic():
        Payout.objects.filter(pk=payout.pk).update(**{name: names.get(value, value) for name, value in alone.items()})


@pytest.mark.promise(53)
def test_above_a_threshold_two_others_approve(barrel, people):
    fill()
    asker, first, second = people
    payout = ask(asker, needs_second=True)

    assert approve_payout(payout, by=first).state == "asked"
    assert approve_payout(payout, by=first).state == "asked", "the same person's second word"
    with pytest.raises(PayoutClosed):
        record_payout(payout, by=first, bank_reference="BANK-1")
    assert approve_payout(payout, by=second).state == "approved"
    assert payout.approvers == [first, second]


def test_a_refused_one_frees_its_money_once_and_is_over(payout, people, barrel):
    asker, other, _third = people
    refuse_payout(payout, by=other, reason="บัญชีไม่ตรง")
    refuse_payout(payout, by=other, reason="บัญชีไม่ตรง")
    drain()

    assert available() == 1_000_00
    assert barrel.told == [(payout.public_id, "refused")]
    for step in (lambda: approve_payout(payout, by=other), lambda: record_payout(payout, by=other, bank_reference="x")):
        with pytest.raises(PayoutClosed):
            step()


def test_its_asker_takes_it_back_until_it_is_sent(payout, people):
    asker, other, _third = people
    approve_payout(payout, by=other)
    assert refuse_payout(payout, by=asker).state == "refused"
    assert available() == 1_000_00


def test_what_was_sent_cannot_be_refused_nor_sent_again(payout, people):
    asker, other, _third = people
    approve_payout(payout, by=other)
    record_payout(payout, by=other, bank_reference="BANK-1")

    assert record_payout(payout, by=other, bank_reference="BANK-1").state == "sent", "a double click"
    with pytest.raises(PayoutClosed):
        record_payout(payout, by=other, bank_reference="BANK-2")
    with pytest.raises(PayoutClosed):
        refuse_payout(payout, by=asker)
    assert balance("payable:barrel") == 600_00


def test_a_transfer_of_the_bank_pays_one_payout(payout, people):
    asker, other, _third = people
    another = ask(asker, key="two", amount=100_00, holder=payout.holder)
    for one in (payout, another):
        approve_payout(one, by=other)
    record_payout(payout, by=other, bank_reference="BANK-1")

    with pytest.raises(ReferenceUsed):
        record_payout(another, by=other, bank_reference="BANK-1")
    another.refresh_from_db()
    assert (another.state, balance("payable:barrel")) == ("approved", 600_00)


def test_what_waits_for_me_is_what_others_asked_and_i_have_not_signed(barrel, people):
    fill()
    asker, first, second = people
    payout = ask(asker, needs_second=True)
    approve_payout(payout, by=first)

    assert [list(payouts_to_judge(one)) for one in people] == [[], [], [payout]]
    stranger = create_person(first_name="stranger")
    assert not payouts_for(stranger).exists()


# The accounts it goes to.

ACCOUNT = {"name": "กลุ่มทอผ้า", "bank": "Islamic Bank of Thailand", "account": "0581234567"}


@pytest.fixture
def weavers(db):
    owner = create_person(first_name="owner")
    return create_organisation(owner=owner), owner


@pytest.mark.promise(53)
def test_nobody_checks_the_account_that_she_entered(weavers):
    organisation, owner = weavers
    account = enter_payout_account(organisation, **ACCOUNT, by=owner)

    with pytest.raises(NotYoursToApprove):
        check_payout_account(account, by=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        PayoutAccount.objects.filter(pk=account.pk).update(checked_by=owner)


def test_the_old_account_is_in_use_until_the_new_one_is_checked(weavers):
    organisation, owner = weavers
    treasurer = create_person()
    first = check_payout_account(enter_payout_account(organisation, **ACCOUNT, by=owner), by=treasurer)
    second = enter_payout_account(organisation, **ACCOUNT | {"account": "0589999999"}, by=owner)
    assert PayoutAccount.objects.checked().get(organisation=organisation) == first

    for _twice in range(2):
        check_payout_account(second, by=treasurer)
    assert PayoutAccount.objects.checked().get(organisation=organisation) == second
    with pytest.raises(PayoutClosed):
        check_payout_account(first, by=treasurer)


def test_a_refused_account_changes_nothing_and_everybody_hears_why(weavers):
    organisation, owner = weavers
    account = enter_payout_account(organisation, **ACCOUNT, by=owner)
    drain()
    refuse_payout_account(account, by=create_person(), reason="ชื่อไม่ตรงกับสมุดบัญชี")
    drain()

    assert not PayoutAccount.objects.checked().exists()
    told = Message.objects.filter(user=owner).order_by("pk")
    assert [message.template for message in told] == [
        "payments/messages/account_entered",
        "payments/messages/account_refused",
    ]
    assert "ชื่อไม่ตรงกับสมุดบัญชี" in told.last().body
    assert "0581234567" not in told.last().body, "a message names the ending only"


def test_entering_the_same_twice_enters_once_and_another_replaces_what_waits(weavers):
    organisation, owner = weavers
    first = enter_payout_account(organisation, **ACCOUNT, by=owner)
    assert enter_payout_account(organisation, **ACCOUNT, by=owner) == first

    second = enter_payout_account(organisation, **ACCOUNT | {"account": "0589999999"}, by=owner)
    assert list(PayoutAccount.objects.waiting()) == [second]
    with pytest.raises(PayoutClosed):
        check_payout_account(first, by=create_person())


def test_only_treasurers_see_accounts_to_check(weavers):
    organisation, owner = weavers
    enter_payout_account(organisation, **ACCOUNT, by=owner)
    assert not payout_accounts_for(owner).exists()
