"""Refunds undo exactly what was frozen, in one step or in many, and never overdraw anybody."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.consignments.payments import paid_part_of
from marketplace.order.models import Line
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.ledger.apportion import split
from network.ledger.models import Account
from network.payments.actions import ask_refund
from network.payments.exceptions import RefundTooLarge
from tests.marketplace.buying import create_goods, create_order
from tests.marketplace.consignments.test_paying import balance, owed, pay

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(holder):
    goods = create_goods(sellers=2, satang=333_33)
    for listing in goods:
        listing.fund_ref, listing.fund_share_bp = "fund:weavers", 333
        listing.save()
    return pay(create_order(*goods, quantity=2))


def refund(order, amount, key):
    return ask_refund(paid_part_of(order.consignments.first()), amount=amount, reason="agreed", key=key)


def parties(order):
    owed_to_sellers = [owed(consignment) for consignment in order.consignments.all()]
    return [*owed_to_sellers, balance("fee:network"), balance("fund:weavers:available")]


@pytest.mark.parametrize("cuts", [[1], [7, 13, 1], [333_33, 1, 99_99], [1_000_00, 23], [500_00, 500_00, 1]])
def test_refunds_in_steps_end_where_one_refund_ends(order, cuts):
    for number, amount in enumerate(cuts):
        refund(order, amount, f"step:{number}")
        assert sum(parties(order)) == order.total - sum(cuts[: number + 1])

    refund(order, order.total - sum(cuts), "rest")

    assert parties(order) == [0, 0, 0, 0]
    assert [line.left for line in Line.objects.all()] == [(0, 0, 0)] * 2


def test_no_more_than_was_paid_goes_back(order):
    refund(order, order.total, "all")

    with pytest.raises(RefundTooLarge):
        refund(order, 1, "more")
    assert parties(order) == [0, 0, 0, 0]


def test_what_a_seller_has_been_paid_out_becomes_her_debt(order):
    first = order.consignments.first()
    payable = Account.objects.get(code=f"payable:{first.seller.organisation.public_id}")
    paid_out = payable.balance() - 100_00
    bank = open_account("cash:bank", side="debit")
    transfer = Transfer(debit=payable, credit=bank, amount=paid_out)
    post_entry(key="payout:1", kind="payout", transfers=[transfer])

    refund(order, order.total, "all")

    assert payable.balance() == 0
    assert balance(f"receivable:{first.seller.organisation.public_id}") == paid_out


def test_what_a_fund_has_spent_becomes_its_debt_in_its_own_book(order):
    fund = Account.objects.get(code="fund:weavers:available")
    bank = open_account("cash:bank", side="debit")
    spent = fund.balance() - 1
    post_entry(key="payout:1", kind="payout", transfers=[Transfer(debit=fund, credit=bank, amount=spent)])

    refund(order, order.total, "all")

    debt = Account.objects.get(code="receivable:fund:weavers")
    assert (fund.balance(), debt.balance(), debt.book) == (0, spent, "fund:weavers")

    listing = order.lines.filter(fund_share__gt=0).first().product
    share = pay(create_order(listing)).lines.get().fund_share
    assert debt.balance() == max(spent - share, 0), "its next share pays that first"


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    total=st.integers(1, 100_000),
    shares=st.tuples(st.integers(0, 5000), st.integers(0, 5000)),
    cuts=st.lists(st.integers(1, 5_000), max_size=8),
)
def test_a_line_always_has_left_what_it_lost_not(total, shares, cuts):
    fee, fund = total * shares[0] // 10_000, total * shares[1] // 10_000
    line = Line(total=total, fee=fee, fund_share=fund, fund_ref="fund:weavers")
    from_parts = [0, 0, 0]
    for cut in cuts:
        if cut > total - line.undone:
            break
        before = line.left
        undone = undo(line, cut)
        from_parts = [a + b for a, b in zip(from_parts, undone, strict=True)]
        assert [a - b for a, b in zip(before, line.left, strict=True)] == list(undone)
        assert min(line.left) >= 0
    assert sum(from_parts) == line.undone
    assert sum(line.left) == total - line.undone


def undo(line, amount):
    seller, fund, fee = split(amount, line.left)
    line.undone, line.fee_undone, line.fund_undone = (
        line.undone + amount,
        line.fee_undone + fee,
        line.fund_undone + fund,
    )
    return seller, fund, fee
