"""Taking scarce things, in the one place where that is done.

Whoever moves units first locks their pools, in pk order and all at once, on both databases; then reads, then takes by
a conditional UPDATE. So holds are right without a sweeper, and two buyers of the same goods wait but never deadlock.
A transaction should call one of these once; of several calls the database may have to end a deadlock: TryAgain.
"""

from collections import Counter

from django.db import connection
from django.db.models import F, Q, Sum

from network.clock import now
from network.locks import patience

from .exceptions import BelowTaken, HoldDiffers, HoldReleased, MoreThanHeld, SoldOut
from .models import Hold, Pool
from .signals import pools_changed

GUARDED = True  # the twins of the race tests take the guard away, to show that nothing else holds


def open_pool(ref, size):
    """The pool of that ref, made with that size if it is new."""
    return Pool.objects.get_or_create(ref=ref, defaults={"size": size})[0]


@patience()
def resize_pool(pool, size, *, at=None):
    """Set how many units there are in all. Raises BelowTaken, having changed nothing."""
    [pool] = lock_pools([pool.pk])
    expire_holds(pool, at or now())
    if not Pool.objects.filter(pk=pool.pk, taken__lte=size).update(size=size):
        pool.refresh_from_db()
        raise BelowTaken(pool)
    tell([pool])


@patience()
def set_left(pool, left, *, at=None):
    """Set how many units are left beside those taken: what a seller counts on her shelf."""
    [pool] = lock_pools([pool.pk])
    expire_holds(pool, at or now())
    Pool.objects.filter(pk=pool.pk).update(size=F("taken") + left)
    tell([pool])


@patience()
def take(takes, *, for_ref, until, at=None):
    """Hold units of one or more pools for something until a time, all or nothing; returns the holds.

    takes: (pool, quantity) pairs. Asking again for the same (a double click) returns the same holds, the longer time.
    Raises SoldOut naming each pool that falls short and what is left; HoldDiffers; TryAgain.
    """
    at, wanted = at or now(), total_by_pool(takes)
    pools = lock_pools(wanted)
    standing = {hold.pool_id: hold for hold in Hold.objects.standing().filter(for_ref=for_ref, pool__in=pools)}
    new = [pool for pool in pools if pool.pk not in standing]
    if any(wanted[hold.pool_id] != hold.quantity for hold in standing.values()):
        raise HoldDiffers(for_ref)
    take_units([*((pool, wanted[pool.pk]) for pool in new), *revivals(standing.values())], at)
    renew(standing.values(), until)
    terms = {"for_ref": for_ref, "until": until, "made_at": at}
    made = Hold.objects.bulk_create(Hold(pool=pool, quantity=wanted[pool.pk], **terms) for pool in new)
    tell(pools)
    return sorted([*standing.values(), *made], key=lambda hold: hold.pool_id)


@patience()
def extend_holds(for_ref, *, until, at=None):
    """Let the holds last until then at least; what had expired is taken again. Raises SoldOut, HoldReleased."""
    holds = lock_holds(for_ref)
    take_units(revivals(holds), at or now())
    renew(holds, until)
    tell(hold.pool for hold in holds)
    return holds


@patience()
def confirm_holds(for_ref, *, at=None):
    """Make the holds final, once. A hold that ended is confirmed too if its units are still there.

    Raises SoldOut if others took them (the payer gets the money back), HoldReleased if they were given back.
    """
    holds = lock_holds(for_ref)
    take_units(revivals(holds), at or now())
    for hold in holds:
        if hold.state != Hold.State.CONFIRMED:
            Pool.objects.filter(pk=hold.pool_id).update(confirmed=F("confirmed") + hold.quantity)
            hold.state = Hold.State.CONFIRMED
            hold.save(update_fields=["state"])
    tell(hold.pool for hold in holds)
    return holds


@patience()
def release_holds(for_ref):
    """Give back what is held and not confirmed; returns how many holds that were. Again: none."""
    try:
        holds = [hold for hold in lock_holds(for_ref) if hold.state != Hold.State.CONFIRMED]
    except HoldReleased:
        return 0
    for hold in holds:
        if hold.state == Hold.State.HELD:
            Pool.objects.filter(pk=hold.pool_id).update(taken=F("taken") - hold.quantity)
        hold.state = Hold.State.RELEASED
        hold.save(update_fields=["state"])
    tell(hold.pool for hold in holds)
    return len(holds)


@patience()
def return_units(for_ref, *, pool=None, quantity=None):
    """Put confirmed units back on sale: all of them, or so many of one pool. Returns how many.

    Raises MoreThanHeld if fewer than `quantity` are confirmed and not yet returned.
    """
    holds = [hold for hold in lock_holds(for_ref) if hold.state == Hold.State.CONFIRMED]
    if pool is not None:
        holds = [hold for hold in holds if hold.pool_id == pool.pk]
    units = {hold: hold.quantity - hold.returned if quantity is None else quantity for hold in holds}
    if quantity is not None and not (len(holds) == 1 and 0 < quantity <= holds[0].quantity - holds[0].returned):
        raise MoreThanHeld(for_ref)
    for hold, count in units.items():
        fewer = {"taken": F("taken") - count, "confirmed": F("confirmed") - count}
        Pool.objects.filter(pk=hold.pool_id).update(**fewer)
        hold.returned += count
        hold.save(update_fields=["returned"])
    tell(hold.pool for hold in holds)
    return sum(units.values())


@patience()
def expire_ended_holds(*, at=None, limit=200):
    """Tidy up pools with holds that have ended; returns how many units came back. Nothing depends on it but displays."""
    at = at or now()
    ended = Hold.objects.ended(at).order_by("pool").values_list("pool", flat=True).distinct()[:limit]
    pools = lock_pools(list(ended))
    units = sum(expire_holds(pool, at) for pool in pools)
    tell(pools)
    return units


def total_by_pool(takes):
    """Quantity by pool pk; raises ValueError for less than one unit."""
    wanted = Counter()
    for pool, quantity in takes:
        if quantity < 1:
            raise ValueError(f"{quantity} units of {pool.ref}")
        wanted[pool.pk] += quantity
    return wanted


def lock_pools(pks):
    """These pools as they are now, nobody else's to change until the transaction ends."""
    if not connection.features.has_select_for_update:
        Pool.objects.filter(pk__in=pks).update(taken=F("taken"))
    return list(Pool.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk"))


def lock_holds(for_ref):
    """The standing holds of that ref as they are now, their pools locked. Raises HoldReleased if none stands."""
    of_ref = Hold.objects.filter(for_ref=for_ref)
    pools = {pool.pk: pool for pool in lock_pools(set(of_ref.values_list("pool", flat=True)))}
    holds = list(of_ref.standing().filter(pool__in=pools).order_by("pool"))
    if pools and not holds:
        raise HoldReleased(for_ref)
    for hold in holds:
        hold.pool = pools[hold.pool_id]
    return holds


def revivals(holds):
    """What must be taken again: (pool, quantity) of the expired."""
    return [(hold.pool, hold.quantity) for hold in holds if hold.state == Hold.State.EXPIRED]


def renew(holds, until):
    for hold in holds:
        if hold.state != Hold.State.CONFIRMED:
            hold.state, hold.until = Hold.State.HELD, max(until, hold.until)
            hold.save(update_fields=["state", "until"])


def take_units(takes, at):
    """Count units of locked pools as taken, expired holds given back first where needed. Raises SoldOut."""
    shortages = [(pool, left) for pool, quantity in takes if (left := short_of(pool, quantity, at)) is not None]
    if shortages:
        raise SoldOut(shortages)


def short_of(pool, quantity, at):
    """Take them, or say how many are left."""
    guard = Q(size__gte=F("taken") + quantity) if GUARDED else Q()
    enough = Pool.objects.filter(guard, pk=pool.pk)
    more = {"taken": F("taken") + quantity}
    if enough.update(**more) or (expire_holds(pool, at) and enough.update(**more)):
        return None
    pool.refresh_from_db()
    return pool.left


def expire_holds(pool, at):
    """Take back the units of a locked pool's ended holds; returns how many."""
    ended = Hold.objects.ended(at).filter(pool=pool)
    units = int(ended.aggregate(units=Sum("quantity"))["units"] or 0)
    if units:
        ended.update(state=Hold.State.EXPIRED)
        Pool.objects.filter(pk=pool.pk).update(taken=F("taken") - units)
    return units


def tell(pools):
    """Let those who show what is left know, in this transaction."""
    if refs := [pool.ref for pool in pools]:
        pools_changed.send(Pool, refs=refs)
