"""A fund's money out: asked for by its steward, paid back to a member, in the open books."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import signing
from django.test import Client

from funding.actions import accept_expense, ask_fund_payout, hand_in_expense, refuse_expense
from funding.exceptions import ExpenseClosed
from funding.models import Expense
from funding.public_ledger import page_of
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.organisations.actions import add_member, grant_delegate, grant_role
from network.outbox.testing import drain
from network.payments.actions import approve_payout, record_payout
from network.payments.exceptions import NotEnough, NotYoursToApprove
from network.payments.models import Payout
from network.people.models import Message
from network.photo_field import sweep_kept
from tests.network.organisations.factories import create_organisation
from tests.network.payments.test_pages import photo
from tests.network.payments.test_payouts import PAYEE
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def rich(fund):
    cash = open_account("cash:test", side="debit")
    post_entry(key="gift", kind="opening", transfers=[Transfer(debit=cash, credit=fund.available, amount=20_000_00)])
    return fund


def steward_of(fund, **fields):
    person = create_person(**fields)
    add_member(fund.steward, person)
    return person


def treasurer():
    person = create_person(is_staff=True)
    grant_role(person, "treasurer")
    return person


def hand_in(fund, by, *, amount=800_00, key="one"):
    organisation = create_organisation(owner=by)
    facts = {"amount": amount, "payee": PAYEE, "purpose": "ค่าพันธุ์ไม้โกงกาง", "picture": photo()}
    return hand_in_expense(fund, by=by, organisation=organisation, key=key, **facts)


def test_a_steward_asks_another_approves_and_the_open_books_say_what_for(rich):
    asker, other = steward_of(rich), steward_of(rich)
    facts = {"amount": 3_000_00, "payee": PAYEE, "purpose": "ค่าเช่าเรือเก็บขยะ", "resolution": "2569-4"}
    payout = ask_fund_payout(rich, by=asker, key="k", **facts)
    assert (rich.available.balance(), rich.available.available()) == (20_000_00, 17_000_00)

    approve_payout(payout, by=other)
    record_payout(payout, by=other, bank_reference="BANK-1")

    rows, _following = page_of(rich, balance=rich.available.balance())
    assert (str(rows[0].what), rows[0].amount_satang) == ("จ่ายออก: ค่าเช่าเรือเก็บขยะ", -3_000_00)
    assert rows[0].balance_satang == 17_000_00


def test_above_its_threshold_two_others_approve(rich):
    asker, other = steward_of(rich), steward_of(rich)
    payout = ask_fund_payout(rich, by=asker, key="k", amount=5_000_01, payee=PAYEE, purpose="x")

    assert approve_payout(payout, by=other).state == "asked"
    assert approve_payout(payout, by=treasurer()).state == "approved"


def test_a_delegate_of_the_steward_approves_no_money(rich):
    owner, helper = create_person(), create_person()
    add_member(rich.steward, owner, role="owner")
    grant_delegate(rich.steward, helper, by=owner)
    payout = ask_fund_payout(rich, by=owner, key="k", amount=100_00, payee=PAYEE, purpose="x")

    with pytest.raises(NotYoursToApprove):
        approve_payout(payout, by=helper)


def test_an_expense_is_the_members_asking_and_the_stewards_approval(rich):
    member, steward = create_person(first_name="สมปอง"), steward_of(rich)
    expense = hand_in(rich, member)
    assert rich.available.available() == 20_000_00, "nothing is set aside for what nobody has looked at"

    for _twice in range(2):
        accept_expense(expense, by=steward)
    payout = expense.payout
    assert (payout.asked_by, payout.first_approver, payout.state) == (member, steward, "approved")

    record_payout(payout, by=treasurer(), bank_reference="BANK-1")
    drain()
    assert Message.objects.filter(user=member, template="payments/messages/payout_sent").count() == 1
    rows, _following = page_of(rich, balance=rich.available.balance())
    assert str(rows[0].what) == "จ่ายคืนค่าใช้จ่าย: ค่าพันธุ์ไม้โกงกาง"
    assert "สมปอง" not in str(rows)


def test_a_large_expense_needs_a_second_person(rich):
    member, steward = create_person(), steward_of(rich)
    expense = accept_expense(hand_in(rich, member, amount=6_000_00), by=steward)

    assert expense.payout.state == "asked"
    with pytest.raises(NotYoursToApprove):
        approve_payout(expense.payout, by=member)
    assert approve_payout(expense.payout, by=steward).state == "asked"
    assert approve_payout(expense.payout, by=treasurer()).state == "approved"


def test_no_steward_accepts_her_own_expense(rich):
    steward = steward_of(rich)
    with pytest.raises(NotYoursToApprove):
        accept_expense(hand_in(rich, steward), by=steward)
    with pytest.raises(NotYoursToApprove):
        accept_expense(hand_in(rich, create_person(), key="two"), by=create_person())


def test_more_than_the_fund_holds_is_not_accepted_and_stays_waiting(rich):
    expense = hand_in(rich, create_person(), amount=20_000_01)
    with pytest.raises(NotEnough):
        accept_expense(expense, by=steward_of(rich))
    assert list(Expense.objects.waiting()) == [expense]
    assert not Payout.objects.exists()


def test_what_was_refused_is_not_accepted_any_more_nor_the_other_way_round(rich):
    steward = steward_of(rich)
    refused, accepted = hand_in(rich, create_person()), hand_in(rich, create_person(), key="two")
    refuse_expense(refused, by=steward, reason="ไม่ใช่ของกองทุน")
    accept_expense(accepted, by=steward)

    with pytest.raises(ExpenseClosed):
        accept_expense(refused, by=steward)
    with pytest.raises(ExpenseClosed):
        refuse_expense(accepted, by=steward, reason="x")
    assert not Payout.objects.filter(key=f"expense:{refused.public_id}").exists(), "the asking was rolled back as well"


# Its screens.

FORM = {"amount": "๘๐๐", "purpose": "ค่าพันธุ์ไม้", **PAYEE}


@pytest.fixture
def member(client, rich):
    person = create_person()
    create_organisation(owner=person)
    sign_in_as(client, person)
    return person


def key_in(answer):
    return re.search(r'name="key" value="([^"]+)"', answer.content.decode())[1]


def test_a_member_photographs_a_receipt_and_the_steward_pays_it_back(client, member, rich):
    form = FORM | {"key": key_in(client.get("/desk/funds/expenses/new/")), "fund": rich.slug}
    for _double_click in range(2):
        client.post("/desk/funds/expenses/new/", form | {"picture": photo()})
    expense = Expense.objects.get()
    assert (expense.amount, expense.by) == (800_00, member)
    assert "ค่าพันธุ์ไม้" in client.get("/desk/funds/expenses/").content.decode()
    assert client.get(f"/desk/funds/expenses/{expense.public_id}/").status_code == 404, "its judge is somebody else"
    assert client.get(f"/desk/funds/expenses/{expense.public_id}/picture/").status_code == 200

    desk = Client()
    sign_in_as(desk, steward_of(rich))
    assert "ใบเสร็จที่รอดู" in desk.get("/desk/").content.decode()
    address = f"/desk/funds/expenses/{expense.public_id}/"
    assert desk.get(f"{address}picture/")["Content-Type"] == "image/jpeg"
    assert "฿800" in desk.get(address).content.decode()
    desk.post(address, {"verdict": "accept"})
    expense.refresh_from_db()
    assert expense.payout.state == "approved"


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "-5"},
        {"amount": "0"},
        {"amount": "1e9"},
        {"amount": "12.345"},
        {"amount": "20 USD"},
        {"purpose": ""},
        {"fund": "no-such-fund"},
        {"payee_account": "12"},
        {"picture": None},
    ],
)
def test_a_faulty_expense_comes_back_filled_in(client, member, rich, wrong):
    form = FORM | {"key": "k", "fund": rich.slug, "picture": photo()} | wrong
    answer = client.post(
        "/desk/funds/expenses/new/", {name: value for name, value in form.items() if value is not None}
    )

    assert answer.status_code == 422
    assert not Expense.objects.exists()
    assert PAYEE["payee_name"] in answer.content.decode()


def test_the_photo_of_a_faulty_expense_need_not_be_taken_again_within_the_hour(client, member, rich):
    form, address = FORM | {"key": "k", "fund": rich.slug}, "/desk/funds/expenses/new/"
    back = client.post(address, form | {"purpose": "", "picture": photo()}).content.decode()
    ticket = re.search(r'name="picture-kept" value="([^"]+)"', back)[1]
    again = client.post(address, form | {"amount": "0", "picture-kept": ticket}).content.decode()
    assert f'name="picture-kept" value="{ticket}"' in again
    file_input = re.search(r'<input type="file"[^>]*>', again)[0]
    assert "required" not in file_input

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61)):
        late = client.post(address, form | {"picture-kept": ticket})
        assert (late.status_code, "picture" in late.context["form"].errors) == (422, True)
    for forged in ["", "x", ticket[:-1], signing.dumps("../slips/other", salt="other")]:
        assert client.post(address, form | {"picture-kept": forged}).status_code == 422
    assert not Expense.objects.exists()
    assert client.post(address, form | {"picture-kept": ticket}).status_code == 302
    assert Expense.objects.get().picture.read()[:3] == b"\xff\xd8\xff"
    assert sweep_kept() == 0
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61)):
        assert sweep_kept() >= 1
    assert client.post(address, form | {"key": "l", "picture-kept": ticket}).status_code == 422


def test_a_steward_asks_for_more_than_there_is_and_is_told(client, rich):
    sign_in_as(client, steward_of(rich))
    address = f"/desk/funds/{rich.slug}/pay-out/"
    answer = client.post(address, FORM | {"amount": "20,000.01", "key": key_in(client.get(address))})

    assert answer.status_code == 422
    assert "ยอดเงินไม่พอจ่าย" in answer.content.decode()
    assert "20,000.01" in answer.content.decode()


def test_only_its_steward_pays_out_of_a_fund(client, rich):
    sign_in_as(client, create_person())
    assert client.get(f"/desk/funds/{rich.slug}/pay-out/").status_code == 404
