"""The entries of a sale. What was frozen on the lines is booked once, when the money has come."""

from collections import Counter

from network.ledger.actions import Transfer, post_entry, recover_debt
from network.ledger.models import Account
from network.payments.gateways import gateway_of

from .accounts import fund_available, network_fees, payable_to, receivable_from


def book_sale(consignment, *, paid_from, at):
    """Received → seller's payable (her share and the delivery), network's fee, funds' shares; all from the frozen lines."""
    shares = shares_of(consignment)
    transfers = [Transfer(debit=paid_from, credit=account, amount=amount) for account, amount in shares if amount]
    post_entry(key=f"{consignment.ref}:sale", kind="sale", transfers=transfers, happened_at=at)


def shares_of(consignment):
    """[(account, satang)] that sum to the consignment's total."""
    lines, organisation = consignment.lines, consignment.seller.organisation
    funds = Counter()
    for line in lines:
        if line.fund_share:
            funds[line.fund_ref] += line.fund_share
    seller = sum(line.seller_share for line in lines) + consignment.shipping
    shares = [(payable_to(organisation), seller), (network_fees(), sum(line.fee for line in lines))]
    return [*shares, *((fund_available(ref), amount) for ref, amount in sorted(funds.items()))]


def book_money_in_hand(consignment, attempt, *, at):
    """The seller has taken the cash herself, or it went to her own account: her share is with her already.

    The rest, fee and shares, she owes; that is recovered from her next sales.
    """
    organisation, (_payable, own) = consignment.seller.organisation, shares_of(consignment)[0]
    code, title = gateway_of(attempt).cash_account(attempt)
    cash = Account.objects.get(code=code)
    rest = consignment.total - own
    transfers = [Transfer(debit=payable_to(organisation), credit=cash, amount=own)] if own else []
    if rest:
        transfers.append(Transfer(debit=receivable_from(organisation), credit=cash, amount=rest))
    post_entry(key=f"{consignment.ref}:in_hand", kind="money in hand", transfers=transfers, happened_at=at)


def is_money_in_hand(consignment, attempt):
    return attempt.gateway == "cash_on_pickup" or attempt.holder.organisation_id == consignment.seller.organisation_id


def recover(consignment, *, at):
    """Let what the seller and the funds have to give back be the first that this sale pays."""
    organisation = consignment.seller.organisation
    debts = [(payable_to(organisation), f"receivable:{organisation.public_id}", "")]
    for ref in sorted({line.fund_ref for line in consignment.lines if line.fund_share}):
        debts.append((fund_available(ref), f"receivable:{ref}", f":{ref}"))
    for account, receivable, whose in debts:
        recover_debt(account, receivable=receivable, key=f"{consignment.ref}:recovered{whose}", happened_at=at)
