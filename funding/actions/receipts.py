"""Receipts: numbered when the outbox issues them, never inside a capture, so that no number is ever skipped."""

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext, override

from funding.models import Pledge, Receipt, ReceiptSeries
from network.clock import now


@transaction.atomic
def issue_receipt(pledge, *, at=None):
    """Give a captured pledge its receipt, once; the number follows the issuer's last of the year without a gap.

    The series' row is updated first, which locks it on either database: two issuers at once take turns.
    """
    if pledge.status != Pledge.Status.CAPTURED or Receipt.objects.filter(pledge=pledge).exists():
        return Receipt.objects.filter(pledge=pledge).first()
    issued = at or pledge.captured_at or now()
    series = {"issuer": pledge.fund.holder, "year": localdate(issued).year}
    ReceiptSeries.objects.get_or_create(**series)
    ReceiptSeries.objects.filter(**series).update(last=F("last") + 1)
    existing = Receipt.objects.filter(pledge=pledge).first()
    if existing:  # A rival issued it while this one waited for the series; its number must not be used up.
        ReceiptSeries.objects.filter(**series).update(last=F("last") - 1)
        return existing
    number = ReceiptSeries.objects.get(**series).last
    return Receipt.objects.create(
        pledge=pledge, number=number, payer=payer_of(pledge), amount=pledge.amount, issued_at=issued, **series
    )


def payer_of(pledge):
    """The name on the receipt; an anonymous donor may want one without any."""
    with override(pledge.language):
        return pledge.receipt_name or gettext("A donor who wishes to stay unnamed")


def void_receipt(pledge, *, reason, at=None):
    """The money went back: the receipt stays in its series, marked void."""
    Receipt.objects.filter(pledge=pledge, voided_at=None).update(voided_at=at or now(), void_reason=reason)
