"""Stripe's test cards, and what each of them does. Any other number is refused unread."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TestCard:
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

    __test__ = False


CARDS = {
    card.number: card
    for card in (
        TestCard("4242424242424242"),
        TestCard("4000007640000003", country="TH"),
        TestCard("5555555555554444", brand="mastercard"),
        TestCard("4000000000000002", decline=("card_declined", "generic_decline")),
        TestCard("4000000000009995", decline=("card_declined", "insufficient_funds")),
        TestCard("4000000000000069", decline=("expired_card", "expired_card")),
        TestCard("4000000000000127", decline=("incorrect_cvc", "incorrect_cvc")),
        TestCard("4000000000000119", decline=("processing_error", "processing_error")),
        TestCard("4000002500003155", asks=True),
        TestCard("4000000000007726", refund="slow"),
        TestCard("4000000000005126", refund="fails"),
        TestCard("4000000000000259", disputed=True),
    )
}


def find_card(number: str) -> TestCard | None:
    return CARDS.get("".join(number.split()).replace("-", ""))
