"""When a seller's money may be paid out: a set number of days after her goods were handed over, so that a return can be."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Min, Q
from django.utils.timezone import localdate

from marketplace.consignments.models import Consignment
from network.clock import now
from network.ledger.balances import read_balances
from network.ledger.models import Account, Entry
from network.organisations.models import Organisation

State = Consignment.State
HANDED_OVER = Min("steps__at", filter=Q(steps__state__in=[State.SENT, State.DONE], steps__undone_at=None))


@dataclass(frozen=True)
class Coming:
    """Satang of one sale that may not be paid out yet; `day` is when, None as long as it is not handed over."""

    consignment: Consignment
    amount: int
    day: date | None


@dataclass(frozen=True)
class Due:
    """Of one seller, in satang: `now` may be paid out today, `coming` follows, `asked` is set aside in payouts already."""

    organisation: Organisation
    now: int
    asked: int
    coming: list[Coming]

    @property
    def later(self):
        return sum(one.amount for one in self.coming)

    @property
    def next(self):
        """The next that has a day, or None."""
        dated = [one for one in self.coming if one.day]
        return min(dated, key=lambda one: one.day) if dated else None

    @property
    def on_next_day(self):
        """What becomes payable on that day, in satang."""
        return sum(one.amount for one in self.coming if self.next and one.day == self.next.day)


def due_to(organisation):
    return next(iter(due_to_each([organisation])))


def due_to_each(organisations):
    """The Due of each, in a fixed number of queries."""
    codes = {f"payable:{one.public_id}": one for one in organisations}
    accounts = {account.code: account for account in Account.objects.filter(code__in=codes)}
    balances, coming = read_balances(accounts.values()), coming_to(organisations)
    found = []
    for code, organisation in codes.items():
        balance = balances[accounts[code].pk] if code in accounts else None
        later = coming[organisation.pk]
        free = balance.available - sum(one.amount for one in later) if balance else 0
        found.append(Due(organisation, max(free, 0), balance.pending if balance else 0, later))
    return found


def coming_to(organisations):
    """{organisation's pk: [Coming]}: sales that are paid for and not handed over, or not long enough ago."""
    cutoff = now() - timedelta(days=settings.PAYABLE_AFTER_DAYS)
    sold = Consignment.objects.filter(seller__organisation__in=organisations)
    sold = sold.exclude(state__in=[State.UNPAID, State.CANCELLED]).annotate(handed_over_at=HANDED_OVER)
    recent = sold.filter(Q(handed_over_at=None) | Q(handed_over_at__gt=cutoff))
    recent = list(recent.select_related("order", "seller").prefetch_related("order__lines"))
    booked = in_the_books(recent)
    found = defaultdict(list)
    for consignment in recent:
        share = share_left(consignment)
        if share and consignment.ref in booked:
            found[consignment.seller.organisation_id].append(Coming(consignment, share, day_of(consignment)))
    return found


def in_the_books(consignments):
    """The refs of those whose sale stands in the books and whose money the seller has not in hand already."""
    keys = {f"{one.ref}:{how}": (one.ref, how) for one in consignments for how in ("sale", "in_hand")}
    found = {keys[key] for key in Entry.objects.filter(key__in=keys).values_list("key", flat=True)}
    sold = {ref for ref, how in found if how == "sale"}
    return sold - {ref for ref, how in found if how == "in_hand"}


def share_left(consignment):
    """What the seller keeps of it today, in satang."""
    delivery = consignment.shipping - consignment.shipping_undone
    return sum(line.left[0] for line in consignment.lines) + delivery


def day_of(consignment):
    at = consignment.handed_over_at
    return localdate(at) + timedelta(days=settings.PAYABLE_AFTER_DAYS) if at else None
