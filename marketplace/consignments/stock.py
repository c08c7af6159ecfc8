"""A consignment's units in the capacity pools: held with its order, confirmed with its payment, given back with it."""

from network.capacity.actions import confirm_holds, release_holds, return_units, take
from network.capacity.exceptions import HoldReleased, SoldOut
from network.capacity.models import Hold, Pool
from network.payments.exceptions import CannotFulfil

from .models import Consignment, State


def confirm_units(part, consignments, *, at):
    """Make the holds of a paid part final; what had been given up is taken again, if it is still there.

    Raises CannotFulfil when it is not.
    """
    given_up = [consignment for consignment in consignments if consignment.never_paid]
    try:
        if given_up:
            take_again(given_up, f"{part.ref}:{part.attempt.public_id}", until=at, at=at)
        for ref in {consignment.hold_ref for consignment in consignments}:
            confirm_holds(ref, at=at)
    except (SoldOut, HoldReleased) as error:
        raise CannotFulfil from error


def take_again(consignments, ref, *, until, at):
    """Hold what had been given up once more, under a ref of its own, voucher uses included. Raises SoldOut."""
    wanted = quantities_of(consignments) | voucher_uses(consignments)
    pools = Pool.objects.in_bulk(wanted, field_name="ref")
    take([(pool, wanted[pool.ref]) for pool in pools.values()], for_ref=ref, until=until, at=at)
    for consignment in consignments:
        consignment.hold_ref = ref
    Consignment.objects.filter(pk__in=[consignment.pk for consignment in consignments]).update(hold_ref=ref)


def voucher_uses(consignments):
    """{pool ref: 1} of the vouchers that their first holds counted."""
    first = Hold.objects.filter(for_ref__in={consignment.hold_ref for consignment in consignments})
    return dict.fromkeys(first.filter(pool__ref__startswith="voucher:").values_list("pool__ref", flat=True), 1)


def quantities_of(consignments):
    """{pool ref: units} of what these consignments hold."""
    return {line.listing_ref: line.quantity for consignment in consignments for line in consignment.lines}


def give_back_units(consignment):
    """Put a cancelled consignment's units on sale again, whether they were held or bought."""
    others = Consignment.objects.filter(hold_ref=consignment.hold_ref).exclude(pk=consignment.pk)
    if not others.exclude(state=State.CANCELLED).exists():
        release_holds(consignment.hold_ref)
    refs = [line.listing_ref for line in consignment.lines]
    holds = Hold.objects.filter(for_ref=consignment.hold_ref, pool__ref__in=refs, state=Hold.State.CONFIRMED)
    for hold in holds.select_related("pool").order_by("pool"):
        return_units(consignment.hold_ref, pool=hold.pool, quantity=hold.quantity - hold.returned)
