import pytest
from django.db import IntegrityError, transaction

from funding.actions import capture_pledge, commit_money, open_fund, record_opening_balance
from funding.exceptions import FundClosed, PermitMissing
from funding.models import Fund, Pledge, Receipt
from network.ledger.exceptions import Overdrawn
from network.ledger.models import Account, Entry
from network.outbox.testing import drain
from network.payments.actions import ask_refund
from network.payments.actions.suspended import received_account
from network.payments.models import HolderAccount
from network.people.models import Message
from tests.funding.conftest import make_fund, paid, pledge_to

pytestmark = pytest.mark.django_db


def test_a_paid_pledge_is_in_the_fund_with_its_receipt_and_a_word_of_thanks(fund):
    pledge, attempt = pledge_to(fund)
    paid(attempt)

    pledge.refresh_from_db()
    assert pledge.status == Pledge.Status.CAPTURED
    assert fund.available.balance() == 500_00
    assert (pledge.receipt.label[-6:], pledge.receipt.payer) == ("000001", "สมหญิง ใจดี")
    assert Message.objects.get().template == "funding/messages/pledge_received"


def test_capturing_twice_posts_once(fund):
    pledge, attempt = pledge_to(fund)
    paid(attempt)
    stale = Pledge.objects.get(pk=pledge.pk)
    capture_pledge(stale, paid_from=received_account(attempt))

    assert fund.available.balance() == 500_00
    assert Entry.objects.filter(kind="pledge").count() == 1


def test_the_same_form_twice_pledges_once(fund):
    assert pledge_to(fund)[0] == pledge_to(fund)[0]
    assert Pledge.objects.count() == 1


def test_the_fund_bears_the_providers_fee_as_its_own_line(fund):
    _pledge, attempt = pledge_to(fund)
    paid(attempt, fee=8_25)

    assert fund.available.balance() == 491_75
    assert Account.objects.get(code="fees:unassigned").balance() == 0
    assert set(Entry.objects.values_list("kind", flat=True)) == {"payment", "pledge", "provider fee"}


def test_a_closed_fund_takes_no_pledge(fund):
    Fund.objects.update(state=Fund.State.CLOSED)
    fund.refresh_from_db()

    with pytest.raises(FundClosed):
        pledge_to(fund)
    assert Pledge.objects.count() == 0


def test_a_fund_opens_only_with_permit_or_stated_exemption(fund):
    fund.texts.update(exemption="")
    with pytest.raises(PermitMissing):
        open_fund(fund)


def test_the_database_itself_refuses_an_open_fund_without_permit(fund):
    with pytest.raises(IntegrityError), transaction.atomic():
        Fund.objects.update(is_exempt=False)


def test_a_refund_takes_the_money_out_of_the_fund_and_voids_the_receipt(fund):
    pledge, attempt = pledge_to(fund)
    paid(attempt)
    ask_refund(attempt.parts.get(), amount=500_00, reason="Pledged by mistake", key="r1")
    drain()

    pledge.refresh_from_db()
    assert pledge.status == Pledge.Status.REFUNDED
    assert fund.available.balance() == 0
    assert Receipt.objects.get().voided_at is not None


def test_what_the_fund_no_longer_holds_is_booked_as_owed_by_it(fund):
    _pledge, attempt = pledge_to(fund)
    paid(attempt)
    commit_money(fund, amount=400_00, resolution="r-2569-1")
    ask_refund(attempt.parts.get(), amount=500_00, reason="Pledged by mistake", key="r1")

    debt = Account.objects.get(code=fund.receivable_code)
    assert (fund.available.balance(), debt.balance()) == (0, 400_00)

    for number, left in ((1, 100_00), (2, 0)):
        _pledge, attempt = pledge_to(fund, key=f"later:{number}", amount=300_00)
        paid(attempt)
        assert debt.balance() == left
    assert fund.available.balance() == 200_00


@pytest.mark.promise(6)
def test_more_than_the_fund_holds_cannot_be_set_aside(fund):
    record_opening_balance(fund, amount=100_00)
    with pytest.raises(Overdrawn), transaction.atomic():
        commit_money(fund, amount=100_01, resolution="r-2569-2")
    assert fund.available.balance() == 100_00


def test_receipt_numbers_have_no_gap_even_when_some_pledges_are_never_paid(fund):
    attempts = [pledge_to(fund, key=str(n))[1] for n in range(6)]
    for attempt in attempts[::2]:
        paid(attempt)

    assert sorted(Receipt.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_each_issuer_has_a_series_of_its_own(fund):
    other = make_fund("other-fund", holder=make_other_holder())
    for n, one in enumerate([fund, other, other]):
        paid(pledge_to(one, key=f"k{n}")[1])

    assert sorted(Receipt.objects.values_list("issuer__legal_name", "number")) == [
        ("ผู้รับอีกราย", 1),
        ("ผู้รับอีกราย", 2),
        ("เครือข่ายสาธิต", 1),
    ]


def make_other_holder():

    return HolderAccount.objects.create(legal_name="ผู้รับอีกราย", promptpay_id="0899999999")
