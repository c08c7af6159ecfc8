"""News of payments that a buyer wants to know of; nothing is done here but promising it."""

from django.dispatch import receiver

from network.outbox.actions import promise
from network.payments.signals import part_returned, refund_ended, refund_needs_account

from .payments import KIND


@receiver(part_returned)
def promise_word_of_return(part, **kwargs):
    if part.kind == KIND:
        promise("consignments.returned", {"part": part.pk})


@receiver([refund_ended, refund_needs_account])
def promise_word_of_refund(refund, **kwargs):
    if refund.part.kind == KIND:
        promise("consignments.refund", {"refund": refund.pk})
