"""The accounts that a sale moves money between. Codes are agreed with the rooms that open them too."""

from network.ledger.accounts import open_account


def payable_to(organisation):
    """What a seller is owed; it can never be overdrawn."""
    return open_account(f"payable:{organisation.public_id}", limited=True, title=f"Owed to {organisation.slug}")


def receivable_from(organisation):
    """What a seller has to give back: recovered first from her next sales."""
    return open_account(
        f"receivable:{organisation.public_id}", side="debit", title=f"To be recovered from {organisation.slug}"
    )


def network_fees():
    return open_account("fee:network", title="The network's fee on sales")


def fund_available(fund_ref):
    """A fund's money, in the fund's own book; the funds' room opens it with the same shape."""
    return open_account(f"{fund_ref}:available", limited=True, book=fund_ref)


def fund_receivable(fund_ref):
    """What a fund has spent and a refund would have taken back: public like all of its book."""
    return open_account(f"receivable:{fund_ref}", side="debit", book=fund_ref)
