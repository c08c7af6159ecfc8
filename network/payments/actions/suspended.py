"""Money between two places: in, but not yet moved on; owed back, but not yet sent."""

from network.ledger.accounts import open_account


def received_account(attempt):
    """What has come for an attempt and waits for its parts to be fulfilled."""
    return open_account(
        f"received:{attempt.public_id}", side="credit", limited=True, title="Received, not yet moved on"
    )


def owed_back(attempt):
    """What the attempt's payer is owed; it stands here until the money has really left."""
    return open_account(
        f"owed_back:{attempt.public_id}", side="credit", limited=True, title="To be returned to the payer"
    )
