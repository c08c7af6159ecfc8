from network.outbox.registry import handles

from .actions import write_cards


@handles("cards.refresh")
def refresh(payload):
    write_cards(payload["ref"])
