"""Making a pledge: a promise and the attempt that will pay it, in one transaction."""

from django.db import IntegrityError, transaction

from funding.exceptions import FundClosed
from funding.models import Pledge
from network.clock import now
from network.payments.actions import begin_attempt


@transaction.atomic
def make_pledge(*, fund, key, amount, gateway, at=None, **wishes):
    """Write down a pledge of `amount` satang and begin its payment; returns (pledge, attempt), once per key.

    The key comes from the donor's form, so that a double click pledges once. `wishes` are the pledge's other
    fields: shown_as, name, receipt_name, in_memory_of, contact, user, language, terms_version. Raises FundClosed.
    """
    if not fund.takes_pledges:
        raise FundClosed
    wishes["receipt_name"] = wishes.get("receipt_name") or wishes.get("name", "")
    try:
        with transaction.atomic():
            pledge = Pledge.objects.create(fund=fund, key=key, amount=amount, made_at=at or now(), **wishes)
    except IntegrityError:
        pledge = Pledge.objects.select_related("fund").get(key=key)
    return pledge, begin_payment(pledge, gateway, at)


def begin_payment(pledge, gateway, at):
    """The attempt to collect a pledge's money, on the holder account of its fund."""
    return begin_attempt(
        key=f"pledge:{pledge.key}",
        gateway=gateway,
        holder=pledge.fund.holder,
        parts=[("pledge", pledge.ref, pledge.amount)],
        title=str(pledge.fund),
        return_path=pledge.get_absolute_url(),
        contact=pledge.contact,
        language=pledge.language,
        user=pledge.user,
        at=at,
    )
