"""What the payments promise for later."""

from network.outbox.registry import handles
from network.outbox.schedule import every

from .actions import follow_refund, fulfil_part, process_event, settle, sweep_attempts
from .models import AttemptPart, Payout, PayoutAccount, ProviderEvent, Refund
from .news import tell_of_account
from .payouts import source_of


@handles("payments.fulfil")
def fulfil(payload):
    fulfil_part(AttemptPart.objects.select_related("attempt").get(pk=payload["part"]))


@handles("payments.event", outside=True)
def look_at_event(payload, idempotency_key):
    process_event(ProviderEvent.objects.get(pk=payload["event"]))


@handles("payments.refund", outside=True)
def send_refund(payload, idempotency_key):
    follow_refund(Refund.objects.select_related("part__attempt__holder").get(pk=payload["refund"]))


@handles("payments.payout")
def tell_of_payout(payload):
    payout = Payout.objects.select_related("asked_by", "beneficiary").get(pk=payload["payout"])
    source_of(payout).tell(payout)


@handles("payments.payout_account")
def tell_of_payout_account(payload):
    tell_of_account(PayoutAccount.objects.select_related("organisation").get(pk=payload["account"]))


@handles("payments.sweep", outside=True)
def sweep(payload, idempotency_key):
    sweep_attempts(settle)


every("payments.sweep", minutes=1)
