"""Money out: asked by one person, approved by another, sent once."""

from datetime import datetime

from django.core.files.base import File
from django.db import IntegrityError, transaction

from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import hold_transfer, post_pending, void_pending
from network.ledger.exceptions import Overdrawn
from network.ledger.models import Entry, Transfer
from network.outbox.actions import promise
from network.payments.exceptions import NotEnough, NotYoursToApprove, PayoutClosed, ReferenceUsed
from network.payments.gateways.promptpay import bank_account_of
from network.payments.models import HolderAccount, Payout
from network.payments.payouts import source_of, trusts
from network.people.models import User

State = Payout.State
GUARDED = True  # the twin of the race test takes the guard away, to show that nothing else holds


@transaction.atomic
def ask_payout(
    *,
    key: str,
    kind: str,
    ref: str,
    holder: HolderAccount,
    amount: int,
    payee: dict[str, str],
    purpose: str,
    by: User,
    beneficiary: User | None = None,
    resolution: str = "",
    needs_second: bool = False,
    at: datetime | None = None,
) -> Payout:
    """Ask for `amount` satang to be sent from a holder's bank account, once per key, and set it aside in the books.

    `payee` has payee_name, payee_bank and payee_account. Raises NotEnough if its source holds less.
    """
    existing = Payout.objects.filter(key=key).first()
    if existing:
        return existing
    facts = {"kind": kind, "ref": ref, "holder": holder, "amount": amount, "purpose": purpose, "resolution": resolution}
    facts |= {"beneficiary": beneficiary, "needs_second": needs_second, "asked_by": by, "asked_at": at or now()}
    try:
        with transaction.atomic():
            payout = Payout.objects.create(key=key, **facts, **payee)
    except IntegrityError:
        return Payout.objects.get(key=key)
    set_aside(payout)
    return payout


def set_aside(payout):
    code, title = bank_account_of(payout.holder)
    bank = open_account(code, side="debit", title=title)
    try:
        with transaction.atomic():
            hold_transfer(
                key=f"{payout.entry_key}:asked",
                kind="payout asked",
                debit=source_of(payout).account(payout),
                credit=bank,
                amount=payout.amount,
                happened_at=payout.asked_at,
            )
    except Overdrawn as error:
        raise NotEnough from error


@transaction.atomic
def approve_payout(payout: Payout, *, by: User, at: datetime | None = None) -> Payout:
    """Approve it; with the last approval that it needs it may be sent. The same person's second word changes nothing.

    Raises NotYoursToApprove for its asker, its beneficiary and whoever its source does not trust, PayoutClosed if it is over.
    """
    if by.pk in {payout.asked_by_id, payout.beneficiary_id} or not trusts(by, payout):
        raise NotYoursToApprove
    if not (sign(payout, "first", by, at) or sign(payout, "second", by, at)):
        payout.refresh_from_db()
        if by not in payout.approvers:
            raise PayoutClosed
    payout.refresh_from_db()
    return payout


def sign(payout, which, by, at):
    """Let one signature win the place; returns whether it did."""
    last = which == "second" or not payout.needs_second
    fields = {f"{which}_approver": by, f"{which}_approved_at": at or now()}
    free = Payout.objects.filter(pk=payout.pk, state=State.ASKED, **{f"{which}_approver": None})
    if which == "second":
        free = free.filter(needs_second=True, first_approver__isnull=False).exclude(first_approver=by)
    return free.update(state=State.APPROVED if last else State.ASKED, **fields)


@transaction.atomic
def refuse_payout(payout: Payout, *, by: User, reason: str = "", at: datetime | None = None) -> Payout:
    """Not approved, or taken back by its asker: what was set aside is free again. A second no changes nothing.

    Raises NotYoursToApprove, and PayoutClosed once it was sent.
    """
    if by.pk != payout.asked_by_id and not trusts(by, payout):
        raise NotYoursToApprove
    open_ones = Payout.objects.filter(pk=payout.pk, state__in=[State.ASKED, State.APPROVED])
    if open_ones.update(state=State.REFUSED, refused_by=by, refusal=reason[:300], ended_at=at or now()):
        void_pending(held(payout), key=f"{payout.entry_key}:refused", kind="payout refused", happened_at=at)
        promise("payments.payout", {"payout": payout.pk}, key=f"{payout.entry_key}:refused")
    payout.refresh_from_db()
    if payout.state != State.REFUSED:
        raise PayoutClosed
    return payout


@transaction.atomic
def record_payout(
    payout: Payout, *, by: User, bank_reference: str, picture: File | None = None, at: datetime | None = None
) -> Payout:
    """The money has left the bank: booked once, with the bank's reference and the picture of the transfer.

    Raises ReferenceUsed if that transfer paid another payout, PayoutClosed for one that may not be sent or was sent otherwise.
    """
    approved = Payout.objects.filter(pk=payout.pk)
    if GUARDED:
        approved = approved.filter(state=State.APPROVED)
    try:
        with transaction.atomic():
            won = approved.update(state=State.SENT, bank_reference=bank_reference, sent_by=by, ended_at=at or now())
    except IntegrityError as error:
        raise ReferenceUsed from error
    payout.refresh_from_db()
    if not won:
        if (payout.state, payout.bank_reference) == (State.SENT, bank_reference):
            return payout
        raise PayoutClosed
    kind = source_of(payout).entry_kind
    post_pending(held(payout), key=f"{payout.entry_key}:sent", kind=kind, happened_at=at)
    if picture:
        payout.picture.save("transfer.jpg", picture)
    promise("payments.payout", {"payout": payout.pk}, key=f"{payout.entry_key}:sent")
    return payout


def held(payout):
    """The transfer that sets its amount aside."""
    rows = Transfer.objects.select_related("entry", "debit", "credit")
    return rows.get(entry=Entry.objects.get(key=f"{payout.entry_key}:asked"))
