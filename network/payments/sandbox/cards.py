"""Stripe's test cards, and what each of them does. Any other number is refused unread."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """One test card.

    `decline` is (error code, decline code) of a payment that fails, `asks` that the bank wants
    to see the buyer first, `refund` how refunds on it go, `disputed` that its owner complains.
    """

    number: str
    brand: str = "visa"
    country: str = "US"
    decline: tuple[str, str] | None = None
    asks: bool = False
    refund: str = ""
    disputed: bool = False


CARDS = {
    card.number: card
    for card in (
        Card("4242424242424242"),
        Card("4000007640000003", country="TH"),
        Card("5555555555554444", brand="mastercard"),
        Card("4000000000000002", decline=("card_declined", "generic_decline")),
        Card("4000000000009995", decline=("card_declined", "insufficient_funds")),
        Card("4000000000000069", decline=("expired_card", "expired_card")),
        Card("4000000000000127", decline=("incorrect_cvc", "incorrect_cvc")),
        Card("4000000000000119", decline=("processing_error", "processing_error")),
        Card("4000002500003155", asks=True),
        Card("4000000000007726", refund="slow"),
        Card("4000000000005126", refund="fails"),
        Card("4000000000000259", disputed=True),
    )
}


def find_card(number: str) -> Card | None:
    return CARDS.get("".join(number.split()).replace("-", ""))
