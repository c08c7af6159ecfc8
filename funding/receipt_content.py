"""What a receipt says."""

from django.utils.translation import override

from network.words.baht_text import baht_text


def content_of(receipt):
    return {
        "receipt": receipt,
        "pledge": receipt.pledge,
        "fund": receipt.pledge.fund,
        "words": baht_text(receipt.amount),
    }


def english_words(receipt):
    with override("en"):
        return baht_text(receipt.amount)
