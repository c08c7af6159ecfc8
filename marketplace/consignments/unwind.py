"""A refund's other side: every part that was frozen on the lines goes back, to the satang, in one step or in many."""

from collections import Counter

from network.ledger.actions import Transfer, post_entry, reverse_entry
from network.ledger.apportion import split
from network.ledger.balances import read_balances
from network.ledger.models import Entry

from .accounts import fund_receivable, receivable_from
from .models import Consignment


def unwind_consignments(consignments, amount, *, key, received, at):
    """Take `amount` satang of these consignments back into `received`, in proportion to what is left of each.

    What a seller or a fund no longer holds becomes a debt of that party: no balance goes negative. Raises ValueError
    for more than is left.
    """
    left = [consignment.left for consignment in consignments]
    if amount > sum(left):
        raise ValueError(f"{amount} of {sum(left)}")
    for consignment, share in zip(consignments, split(amount, left), strict=True):
        if share:
            unwind(consignment, share, key=f"{key}:{consignment.public_id}", received=received, at=at)


def unwind(consignment, amount, *, key, received, at):
    parts = undo_parts(consignment, amount)
    entry = Entry.objects.get(key=f"{consignment.ref}:sale")
    transfers = {row.credit.code: row for row in entry.transfers.select_related("credit")}
    amounts, debts = divide(parts, transfers, consignment)
    if amounts:
        reverse_entry(entry, key=key, kind="sale undone", amounts=amounts, happened_at=at)
    if debts:
        rows = [Transfer(debit=account, credit=received, amount=debt) for account, debt in debts]
        post_entry(key=f"{key}:debt", kind="sale undone", transfers=rows, happened_at=at)


def undo_parts(consignment, amount):
    """Count `amount` as given back on the consignment's lines and delivery; returns {account code: satang}."""
    lines, organisation = consignment.lines, consignment.seller.organisation
    delivery = consignment.shipping - consignment.shipping_undone
    *shares, of_delivery = split(amount, [*(line.total - line.undone for line in lines), delivery])
    parts = Counter({f"payable:{organisation.public_id}": of_delivery})
    for line, share in zip(lines, shares, strict=True):
        if share:
            undo_line(line, share, parts, organisation)
    consignment.shipping_undone += of_delivery
    Consignment.objects.filter(pk=consignment.pk).update(shipping_undone=consignment.shipping_undone)
    return {code: satang for code, satang in parts.items() if satang}


def undo_line(line, amount, parts, organisation):
    seller, fund, fee = split(amount, line.left)
    line.undone, line.fee_undone, line.fund_undone = (
        line.undone + amount,
        line.fee_undone + fee,
        line.fund_undone + fund,
    )
    line.save(update_fields=["undone", "fee_undone", "fund_undone"])
    parts[f"payable:{organisation.public_id}"] += seller
    parts["fee:network"] += fee
    if fund:
        parts[f"{line.fund_ref}:available"] += fund


def divide(parts, transfers, consignment):
    """({n of the entry's transfer: satang to reverse}, [(receivable account, satang)])."""
    accounts = {code: transfers[code].credit for code in parts}
    balances = read_balances(list(accounts.values()))
    amounts, debts = {}, []
    for code, wanted in parts.items():
        account = accounts[code]
        held = max(balances[account.pk].available, 0) if account.limited else wanted
        if back := min(wanted, held):
            amounts[transfers[code].n] = back
        if wanted > held:
            debts.append((debtor_account(account, consignment), wanted - held))
    return amounts, debts


def debtor_account(account, consignment):
    if account.code.startswith("fund:"):
        return fund_receivable(account.code.removesuffix(":available"))
    return receivable_from(consignment.seller.organisation)
