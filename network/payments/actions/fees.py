"""Who bears a provider's fee: of a sale the network, of a pledge its fund."""

from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry


def unassigned_fees():
    return open_account("fees:unassigned", side="debit", title="Provider fees waiting for their part")


def fee_expense():
    """The network's own expense for providers."""
    return open_account("expense:provider_fees", side="debit", title="Provider fees borne by the network")


def bear_fee(part, *, account, at=None):
    """Book a part's share of the provider's fee to `account`, once; its own line beside the gross amount."""
    if part.fee:
        transfer = Transfer(debit=account, credit=unassigned_fees(), amount=part.fee)
        post_entry(key=f"{part.attempt.ref}:fee:{part.ref}", kind="provider fee", transfers=[transfer], happened_at=at)
