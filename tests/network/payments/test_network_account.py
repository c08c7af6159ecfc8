"""The network's own account: one names it, another checks it, and only then does anybody's money go there."""

import pytest
from django.db import IntegrityError, transaction

from funding.models import Fund
from marketplace.checkout.ways_to_pay import holders_of
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.organisations.actions import grant_role
from network.organisations.models import Dimension
from network.outbox.testing import drain
from network.payments.actions import check_holder, name_holder
from network.payments.exceptions import NotYoursToApprove, PayoutClosed
from network.payments.models import HolderAccount
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db
HERE = "/desk/payments/network/"
ACCOUNT = {
    "legal_name": "สมาคมเครือข่ายพัทลุง",
    "bank_name": "Krungthai Bank",
    "bank_account": "๑๒๓-๔-๕๖๗๘๙-๐",
    "promptpay_id": "0-9935-00012-34-5",
}


def staff(role="treasurer"):
    person = create_person()
    grant_role(person, role)
    return person


@pytest.fixture
def first(client):
    person = staff()
    sign_in_as(client, person)
    return person


def name(client, **changes):
    return client.post(f"{HERE}new/", ACCOUNT | changes)


def judge(client, account, verdict):
    return client.post(f"{HERE}{account.public_id}/", {"verdict": verdict})


def receives():
    """The accounts that a buyer's money may go to."""
    seller = type("Seller", (), {"pk": 1, "organisation_id": 1})
    return [account.legal_name for account in holders_of([seller]).values()]


def test_two_people_put_it_into_use(client, first):
    assert name(client)["Location"] == HERE
    name(client)  # pressed twice
    account = HolderAccount.objects.get()
    assert (account.bank_account, account.promptpay_id, account.takes_cards) == ("1234567890", "0993500012345", False)
    assert receives() == []
    judge(client, account, "check")  # by the one who named it
    assert receives() == []

    sign_in_as(client, staff("admin"))
    assert 'value="check"' in client.get(HERE).content.decode()
    judge(client, account, "check")
    judge(client, account, "check")
    assert receives() == ["สมาคมเครือข่ายพัทลุง"]
    assert "123" in client.get(HERE).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"legal_name": ""},
        {"bank_account": "12"},
        {"bank_name": ""},
        {"bank_account": ""},
        {"promptpay_id": "123"},
        {"promptpay_id": "ABCDEFGHIJ"},
        {"bank_name": "", "bank_account": "", "promptpay_id": ""},
        {"bank_name": "PromptPay"},
    ],
    ids=str,
)
def test_what_is_wrong_comes_back_filled_in(client, first, wrong):
    page = name(client, **wrong)
    assert page.status_code == 422
    assert wrong.get("legal_name", "สมาคมเครือข่ายพัทลุง") in page.content.decode()
    assert not HolderAccount.objects.exists()


@pytest.mark.parametrize("role", ["coordinator", "reviewer", "editor", None])
def test_it_is_for_treasurers_and_administrators_alone(client, role):
    sign_in_as(client, staff(role) if role else create_person())
    waiting = HolderAccount.objects.create(legal_name="ก", promptpay_id="0812345678", first_verifier=staff())
    assert [client.get(HERE).status_code, name(client).status_code, judge(client, waiting, "check").status_code] == [
        403
    ] * 3
    assert not HolderAccount.objects.verified().exists()


def account(legal_name="ใหม่", *, by=None):
    told = {"legal_name": legal_name, "bank_name": "Krungthai Bank", "bank_account": "1234567890", "promptpay_id": ""}
    return name_holder(**told, takes_cards=False, by=by or staff())


def test_another_one_takes_its_place_and_funds_go_along():
    old = check_holder(account("เก่า"), by=staff())
    steward, dimension = create_organisation(), Dimension.objects.create(key="water")
    fund = Fund.objects.create(slug="water", steward=steward, dimension=dimension, holder=old)
    dropped, new = account("ทิ้ง"), account("ใหม่")
    with pytest.raises(PayoutClosed):
        check_holder(dropped, by=staff())
    assert receives() == ["เก่า"]
    check_holder(new, by=staff())
    drain()

    old.refresh_from_db()
    fund.refresh_from_db()
    assert (receives(), fund.holder, old.is_default) == (["ใหม่"], new, False)
    assert old.closed_at is not None


def test_it_stays_while_money_lies_there(client, first):
    old = check_holder(account("เก่า"), by=staff())
    new = account("ใหม่", by=staff())
    bank = open_account(f"cash:bank:{old.public_id}", side="debit", title="bank")
    owner = open_account("received:x", side="credit", title="x")
    post_entry(key="x", kind="test", transfers=[Transfer(debit=bank, credit=owner, amount=5)], happened_at=None)
    judge(client, new, "check")
    assert receives() == ["เก่า"]
    assert name(client).status_code == 422


def test_nobody_checks_what_she_named_and_the_database_says_so_too():
    one = staff()
    mine = account(by=one)
    with pytest.raises(NotYoursToApprove):
        check_holder(mine, by=one)
    with pytest.raises(IntegrityError), transaction.atomic():
        HolderAccount.objects.filter(pk=mine.pk).update(second_verifier=one)
    assert receives() == []
