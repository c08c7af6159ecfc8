"""The desk's screens of money out."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from network.organisations.actions import grant_role
from network.payments.actions import approve_payout, enter_payout_account
from network.payments.models import Payout, PayoutAccount
from network.people.actions.second_factor import enrol_totp
from tests.network.organisations.factories import create_organisation
from tests.network.payments.conftest import make_holder
from tests.network.payments.test_pages import photo
from tests.network.payments.test_payouts import ACCOUNT, ask, barrel, fill
from tests.network.people.factories import create_person, sign_in_as

__all__ = ["barrel"]
pytestmark = pytest.mark.django_db
PAYOUTS = "/desk/payments/payouts/"


def treasurer_at(client):
    person = create_person(is_staff=True)
    grant_role(person, "treasurer")
    sign_in_as(client, person)
    return person


@pytest.fixture
def treasurers(barrel):
    """Two of them, each at a browser of her own."""
    first, second = Client(), Client()
    return (first, treasurer_at(first)), (second, treasurer_at(second))


@pytest.fixture
def payout(treasurers):
    fill()
    return ask(treasurers[0][1], holder=make_holder())


def test_one_asks_another_approves_and_the_transfer_is_written_down_with_its_slip(payout, treasurers):
    (asking, _asker), (approving, _approver) = treasurers
    address = f"{PAYOUTS}{payout.public_id}/"
    assert 'value="approve"' not in asking.get(address).content.decode()

    approving.post(address, {"verdict": "approve"})
    answer = asking.post(address, {"verdict": "sent", "bank_reference": " 2026 ABC ", "picture": photo()})

    payout.refresh_from_db()
    assert answer.status_code == 302
    assert (payout.state, payout.bank_reference) == ("sent", "2026 ABC")
    assert approving.get(f"{address}picture/")["Content-Type"] == "image/jpeg"
    page = approving.get(address).content.decode()
    assert "2026 ABC" in page
    assert "ธนาคารกรุงไทย" in page


def test_its_asker_cannot_approve_it_by_hand_either(payout, treasurers):
    (asking, _asker), _other = treasurers
    answer = asking.post(f"{PAYOUTS}{payout.public_id}/", {"verdict": "approve"}, follow=True)

    payout.refresh_from_db()
    assert payout.state == "asked"
    assert "ผู้ขอและผู้รับเงินอนุมัติเองไม่ได้" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"bank_reference": "", "picture": "photo"}, {"bank_reference": "A1"}, {"bank_reference": "A1", "picture": "text"}],
)
def test_a_transfer_half_told_comes_back_filled_in(payout, treasurers, wrong):
    (asking, _asker), (_approving, approver) = treasurers
    approve_payout(payout, by=approver)
    if "picture" in wrong:
        wrong = wrong | {
            "picture": photo() if wrong["picture"] == "photo" else SimpleUploadedFile("slip.jpg", b"no picture")
        }
    answer = asking.post(f"{PAYOUTS}{payout.public_id}/", {"verdict": "sent", **wrong})

    assert answer.status_code == 422
    assert wrong["bank_reference"] in answer.content.decode()
    payout.refresh_from_db()
    assert payout.state == "approved"


def test_why_not_must_be_said(payout, treasurers):
    _one, (approving, _approver) = treasurers
    address = f"{PAYOUTS}{payout.public_id}/"
    assert approving.post(address, {"verdict": "refuse", "reason": ""}).status_code == 422
    approving.post(address, {"verdict": "refuse", "reason": "บัญชีไม่ตรง"})

    payout.refresh_from_db()
    assert (payout.state, payout.refusal) == ("refused", "บัญชีไม่ตรง")


@pytest.mark.parametrize("verdict", ["", "sent", "nonsense"])
def test_nothing_happens_for_nothing(payout, treasurers, verdict):
    (asking, _asker), _other = treasurers
    answer = asking.post(f"{PAYOUTS}{payout.public_id}/", {"verdict": verdict})
    assert answer.status_code in {200, 302, 422}
    payout.refresh_from_db()
    assert payout.state == "asked"


def test_strangers_find_no_payout(payout, client):
    person = create_person(first_name="stranger")
    sign_in_as(client, person)
    for address in (f"{PAYOUTS}{payout.public_id}/", f"{PAYOUTS}{payout.public_id}/picture/"):
        assert client.get(address).status_code == 404
    assert payout.public_id not in client.get(PAYOUTS).content.decode()


def test_today_tells_whom_it_waits_for(payout, treasurers):
    (asking, _asker), (approving, _approver) = treasurers
    assert "การจ่ายเงินที่รอคุณ" in approving.get("/desk/").content.decode()
    assert "การจ่ายเงินที่รอคุณ" not in asking.get("/desk/").content.decode()


# The accounts it goes to.


@pytest.fixture
def owner(client):
    person = create_person()
    person.organisation = create_organisation(owner=person)
    sign_in_as(client, person)
    return person


NAMED = {"payee_bank": "Krungthai Bank", "payee_account": "๙๐๐-1 23456 7", "payee_name": "กลุ่มทอผ้าเกาะยอ"}


def test_a_seller_names_her_account_in_thai_digits(client, owner):
    client.post("/desk/payments/account/new/", NAMED)

    account = PayoutAccount.objects.get()
    assert (account.organisation, account.account, account.checked_by) == (owner.organisation, "9001234567", None)
    assert "9001234567" in client.get("/desk/payments/account/").content.decode()


@pytest.mark.promise(51)
@pytest.mark.promise(52)
@pytest.mark.parametrize("way", ["get", "post"])
def test_a_session_of_an_hour_ago_shows_who_it_is_before_it_names_an_account(client, owner, way):
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=1)):
        answer = getattr(client, way)("/desk/payments/account/new/", NAMED)
        assert client.get("/desk/payments/account/").status_code == 200

    assert answer.templates[0].name == "people/prove_again.html"
    assert not PayoutAccount.objects.exists()


@pytest.mark.promise(51)
def test_a_seller_with_a_second_step_shows_that_one(client, owner):
    enrol_totp(owner)

    answer = client.post("/desk/payments/account/new/", NAMED)

    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert not PayoutAccount.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"payee_account": "12345"},
        {"payee_account": "90012345678901234"},
        {"payee_account": "my account"},
        {"payee_account": "-1234567890a"},
        {"payee_bank": "Bank of Nowhere"},
        {"payee_name": ""},
    ],
)
def test_a_wrong_account_comes_back_filled_in(client, owner, wrong):
    answer = client.post("/desk/payments/account/new/", NAMED | wrong)

    assert answer.status_code == 422
    kept = NAMED | wrong
    assert all(kept[name] in answer.content.decode() for name in ("payee_account", "payee_name"))
    assert not PayoutAccount.objects.exists()


def test_a_treasurer_checks_it_and_nobody_else_may(owner, client):
    account = enter_payout_account(owner.organisation, **ACCOUNT, by=owner)
    address = f"/desk/payments/accounts/{account.public_id}/"
    assert client.get(address).status_code == 403

    desk = Client()
    treasurer = treasurer_at(desk)
    assert address in desk.get(PAYOUTS).content.decode()
    desk.post(address, {"verdict": "check"})
    account.refresh_from_db()
    assert account.checked_by == treasurer
    assert desk.get(address).status_code == 200


def test_a_treasurer_says_why_an_account_is_wrong(owner):
    account = enter_payout_account(owner.organisation, **ACCOUNT, by=owner)
    desk = Client()
    treasurer_at(desk)
    address = f"/desk/payments/accounts/{account.public_id}/"
    assert desk.post(address, {"verdict": "refuse"}).status_code == 422
    desk.post(address, {"verdict": "refuse", "reason": "ชื่อไม่ตรง"})

    account.refresh_from_db()
    assert account.refusal == "ชื่อไม่ตรง"
    assert Payout.objects.count() == 0
