"""Making a pledge: a promise and the attempt that will pay it, in one transaction."""

from django.db import IntegrityError, transaction

from funding.exceptions import FundClosed
from funding.models import Pledge
from network.clock import now
from network.payments.actions import begin_attempt


@transaction.atomic
def make_pledge(
    *,
    fund,
    key,
    amount,
    gateway,
    shown_as,
    name="",
    contact="",
    receipt_name="",
    in_memory_of="",
    user=None,
    language="th",
    terms_version="",
    at=None,
):
    """Write down a pledge of `amount` satang and begin its payment; returns (pledge, attempt), once per key.

    The key comes from the donor's form, so that a double click pledges once. Raises FundClosed.
    """
    if not fund.takes_pledges:
        raise FundClosed
    shown = {"shown_as": shown_as, "name": name, "receipt_name": receipt_name or name, "in_memory_of": in_memory_of}
    known = {
        "contact": contact,
        "user": user,
        "language": language,
        "terms_version": terms_version,
        "made_at": at or now(),
    }
    try:
        with transaction.atomic():
            pledge = Pledge.objects.create(fund=fund, key=key, amount=amount, **shown, **known)
    except IntegrityError:
        pledge = Pledge.objects.select_related("fund").get(key=key)
    attempt = begin_attempt(
        key=f"pledge:{key}",
        gateway=gateway,
        holder=fund.holder,
        parts=[("pledge", pledge.ref, pledge.amount)],
        title=str(fund),
        return_path=pledge.get_absolute_url(),
        contact=contact,
        language=language,
        user=user,
        at=at,
    )
    return pledge, attempt
