"""What this room keeps of people: who paid, what they handed in, where their money went back to."""

from django.db.models import Q
from django.utils.translation import gettext as _

from network.people.personal_data_registry import (
    LOOKED_FOR,
    POINTS,
    by_user,
    by_user_or_contact,
    drawn_anew,
    emptied,
    free,
    holds,
    kept,
    nothing,
    objects_to_erasure,
    register_refs,
    written_over,
)

from .models import PaymentAttempt, Payout, Refund

# Accounting Act B.E. 2543, s. 14: books and what proves them are kept for five years from the closing of the
# accounts; the Director-General may ask for up to seven. A year is added for the one in which it happened.
BOOKS = "accounting"
YEARS = 6

BARE_EVENT = '{"data": {"object": {}}}'  # what happened is read from the provider, never from here
mine = by_user_or_contact()


def heard_of(subject):
    """What providers told us about her payments: they put names and addresses into their messages."""
    found = PaymentAttempt.objects.filter(mine(subject)).values_list("provider_ref", "provider_payment")
    wanted = None
    for name in {name for names in found for name in names if name}:
        wanted = (wanted or Q()) | Q(object_id=name) | Q(body__contains=name)
    return wanted


def attempt_refs(subject):
    found = PaymentAttempt.objects.filter(mine(subject))
    refunds = Refund.objects.filter(part__attempt__in=found)
    return [*(attempt.ref for attempt in found), *(refund.ref for refund in refunds)]


def contacts_on(public_ids):
    return PaymentAttempt.objects.filter(public_id__in=public_ids, user=None).values_list("contact", flat=True)


def what_is_open(subject):
    """Money that is still on its way, in or out."""
    attempts = PaymentAttempt.objects.filter(mine(subject))
    moving = [PaymentAttempt.Status.CHECKING, PaymentAttempt.Status.PAID, PaymentAttempt.Status.NEEDS_REVIEW]
    if attempts.filter(status__in=moving).exists():
        yield _("A payment of yours is still being checked.")
    ended = [Refund.Status.SUCCEEDED, Refund.Status.CANCELLED]
    if Refund.objects.filter(part__attempt__in=attempts).exclude(status__in=ended).exists():
        yield _("Money is still on its way back to you.")
    if subject.user:
        unpaid = [Payout.State.ASKED, Payout.State.APPROVED]
        hers = Q(beneficiary=subject.user) | Q(asked_by=subject.user)
        if Payout.objects.filter(hers, state__in=unpaid).exists():
            yield _("A payout that you asked for, or that is for you, has not been sent yet.")


register_refs("attempt", of=attempt_refs, contacts=contacts_on)
objects_to_erasure(what_is_open)

holds(
    "payments.PaymentAttempt",
    mine=mine,
    fields={
        "user": POINTS,
        "contact": emptied(),
        "token": drawn_anew(),
        "return_path": emptied(told=False),
        "provider_url": emptied(told=False),
    },
    facts=["title", "amount", "gateway", "status", "created_at", "paid_at"],
)
free(
    "payments.PaymentAttempt",
    "public_id key gateway currency title language provider_ref provider_payment",
    "Numbers drawn by lot or by the provider, what was paid for, and a language.",
)
free("payments.AttemptPart", "kind ref", "A ref of a thing.")
holds("payments.ProviderEvent", mine=heard_of, fields={"body": written_over(BARE_EVENT, told=False)})
free("payments.ProviderEvent", "gateway event_id kind object_id", "The provider's own numbers.")
holds(
    "payments.Slip",
    mine=by_user_or_contact("attempt__"),
    fields={"picture": emptied(), "note": emptied()},
    facts=["status", "handed_in_at"],
)
holds("payments.Slip", mine=nothing, fields={"judged_by": POINTS})
free("payments.Slip", "public_id trans_ref", "The bank's number of the transfer: it must never pay a second time.")
PAYEE = ("payee_name", "payee_bank", "payee_account")
holds(
    "payments.Refund",
    mine=by_user_or_contact("part__attempt__"),
    fields=dict.fromkeys(PAYEE, kept(BOOKS, years=YEARS, since="ended_at")),
    facts=["amount", "reason", "status", "asked_at", "ended_at"],
)
free("payments.Refund", "public_id key reason provider_ref bank_reference", "Numbers, and why money went back.")
holds(
    "payments.Payout",
    mine=by_user("beneficiary"),
    fields={
        **dict.fromkeys(PAYEE, kept(BOOKS, years=YEARS, since="ended_at")),
        "picture": kept(BOOKS, years=YEARS, since="ended_at", value=""),
        "beneficiary": POINTS,
    },
    facts=["purpose", "amount", "state", "asked_at", "ended_at"],
)
ACTORS = ("asked_by", "first_approver", "second_approver", "refused_by", "sent_by")
holds("payments.Payout", mine=nothing, fields={**dict.fromkeys(ACTORS, POINTS), "purpose": LOOKED_FOR})
free("payments.Payout", "public_id key kind ref resolution refusal bank_reference", "Numbers, refs and decisions.")
holds("payments.PayoutAccount", mine=nothing, fields=dict.fromkeys(["entered_by", "checked_by"], POINTS))
free("payments.PayoutAccount", "public_id name bank account refusal", "Where an organisation wants its money: its own.")
holds("payments.HolderAccount", mine=nothing, fields=dict.fromkeys(["first_verifier", "second_verifier"], POINTS))
free(
    "payments.HolderAccount",
    "public_id legal_name bank_name bank_account promptpay_id biller_id",
    "Of an organisation that receives in public.",
)
