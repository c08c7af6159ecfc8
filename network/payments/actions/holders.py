"""Whose account the network receives into: named by one person, compared with the bank book by another."""

from datetime import datetime

from django.db import IntegrityError, transaction

from network.clock import now
from network.ledger.balances import balance_of
from network.payments.exceptions import MoneyLiesThere, NotYoursToApprove, PayoutClosed
from network.payments.gateways.promptpay import bank_account_of
from network.payments.models import HolderAccount
from network.payments.signals import holder_replaced
from network.people.models import User


@transaction.atomic
def name_holder(
    *, legal_name: str, bank_name: str, bank_account: str, promptpay_id: str, takes_cards: bool, by: User
) -> HolderAccount:
    """Name the network's own account; it receives nothing until a second person has checked it.

    An account that waited before it is dropped; named twice alike it is one. Raises MoneyLiesThere.
    """
    keep_money_where_it_is()
    told: dict[str, str | bool] = {"legal_name": legal_name, "bank_name": bank_name, "bank_account": bank_account}
    told |= {"promptpay_id": promptpay_id, "takes_cards": takes_cards}
    waiting = HolderAccount.objects.waiting()
    same = waiting.filter(**told).first()
    if same:
        return same
    waiting.update(closed_at=now())
    return HolderAccount.objects.create(**told, first_verifier=by)


@transaction.atomic
def check_holder(holder: HolderAccount, *, by: User, at: datetime | None = None) -> HolderAccount:
    """A second person has compared it with the bank book: the network receives there from now on, and nowhere else.

    Checking twice changes nothing. Raises NotYoursToApprove for who named it, PayoutClosed for one that was dropped,
    MoneyLiesThere.
    """
    if by.pk == holder.first_verifier_id:
        raise NotYoursToApprove
    keep_money_where_it_is(but=holder)
    try:
        with transaction.atomic():
            if HolderAccount.objects.waiting().filter(pk=holder.pk).update(second_verifier=by):
                put_into_use(holder, at or now())
    except IntegrityError as error:  # somebody checked another one at this moment
        raise PayoutClosed from error
    holder.refresh_from_db()
    if not holder.is_default:
        raise PayoutClosed
    return holder


def put_into_use(holder: HolderAccount, at: datetime) -> None:
    before = HolderAccount.objects.filter(is_default=True).first()
    HolderAccount.objects.filter(is_default=True).update(is_default=False, closed_at=at)
    HolderAccount.objects.filter(pk=holder.pk).update(is_default=True)
    if before:
        holder_replaced.send(HolderAccount, before=before, after=holder)


@transaction.atomic
def drop_holder(holder: HolderAccount, *, at: datetime | None = None) -> HolderAccount:
    """Not right, or taken back. Dropping it twice changes nothing; one that was checked stays."""
    HolderAccount.objects.waiting().filter(pk=holder.pk).update(closed_at=at or now())
    holder.refresh_from_db()
    return holder


def keep_money_where_it_is(but: HolderAccount | None = None) -> None:
    """What lies on the account in use would be paid out from another one, and the books would be wrong."""
    current = HolderAccount.objects.filter(is_default=True).first()
    if current and current != but and any(balance_of(bank_account_of(current)[0])):
        raise MoneyLiesThere
