from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from network import clock
from network.capacity.actions import (
    confirm_holds,
    expire_ended_holds,
    extend_holds,
    open_pool,
    release_holds,
    resize_pool,
    return_units,
    set_left,
    take,
)
from network.capacity.exceptions import BelowTaken, HoldDiffers, HoldReleased, MoreThanHeld, SoldOut
from network.capacity.models import Hold, Pool
from network.capacity.signals import pools_changed
from network.invariants import broken_invariants
from network.outbox.actions import promise
from network.outbox.testing import drain

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOON = NOON + timedelta(minutes=35)
LATER = NOON + timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    """Every test begins at noon, nobody else listening, and ends with counters that say what the holds say."""
    monkeypatch.setattr(pools_changed, "receivers", [])
    with clock.frozen(NOON):
        yield
    assert broken_invariants() == {}


@pytest.fixture
def jars():
    return open_pool("listing:jars", 5)


@pytest.fixture
def seats():
    return open_pool("departure:seats", 2)


def counters(pool):
    pool.refresh_from_db()
    return pool.size, pool.taken, pool.confirmed


def hold(pool, quantity, ref="order:1"):
    return take([(pool, quantity)], for_ref=ref, until=SOON)


# Taking


def test_a_pool_is_opened_once(jars):
    assert open_pool("listing:jars", 9) == jars
    assert counters(jars) == (5, 0, 0)


def test_what_is_taken_is_held_until_its_time(jars):
    [held] = hold(jars, 3)

    assert (held.quantity, held.state, held.until, held.made_at) == (3, Hold.State.HELD, SOON, NOON)
    assert counters(jars) == (5, 3, 0)


def test_more_than_is_left_is_refused_and_nothing_moves(jars):
    hold(jars, 3)
    with pytest.raises(SoldOut) as refused:
        hold(jars, 3, "order:2")

    assert (refused.value.pool, refused.value.left) == (jars, 2)
    assert counters(jars) == (5, 3, 0)
    assert Hold.objects.filter(for_ref="order:2").count() == 0


def test_several_pools_are_taken_all_or_none_and_every_shortage_is_named(jars, seats):
    beds = open_pool("room:beds", 1)
    with pytest.raises(SoldOut) as refused:
        take([(seats, 3), (jars, 1), (beds, 4)], for_ref="order:1", until=SOON)

    assert refused.value.shortages == [(seats, 2), (beds, 1)]
    assert [counters(pool) for pool in (jars, seats, beds)] == [(5, 0, 0), (2, 0, 0), (1, 0, 0)]


def test_two_lines_of_one_pool_make_one_hold(jars):
    [held] = take([(jars, 2), (jars, 1)], for_ref="order:1", until=SOON)
    assert held.quantity == 3


@pytest.mark.parametrize("quantity", [0, -1])
def test_less_than_one_unit_is_refused(jars, quantity):
    with pytest.raises(ValueError, match="listing:jars"):
        hold(jars, quantity)
    assert counters(jars) == (5, 0, 0)


def test_taking_the_same_again_changes_nothing_but_the_time(jars):
    [first] = hold(jars, 3)
    [again] = take([(jars, 3)], for_ref="order:1", until=LATER)

    assert (again.pk, again.until) == (first.pk, LATER)
    assert counters(jars) == (5, 3, 0)


def test_taking_another_quantity_for_the_same_is_refused(jars):
    hold(jars, 3)
    with pytest.raises(HoldDiffers):
        hold(jars, 2)
    assert counters(jars) == (5, 3, 0)


def test_after_a_release_another_quantity_may_be_taken(jars):
    hold(jars, 3)
    release_holds("order:1")
    hold(jars, 5)
    assert counters(jars) == (5, 5, 0)


def test_taking_costs_one_statement_more_for_each_further_pool(django_assert_max_num_queries):
    pools = [open_pool(f"listing:{n}", 9) for n in range(10)]
    with django_assert_max_num_queries(8):
        take([(pools[0], 1)], for_ref="order:1", until=SOON)
    with django_assert_max_num_queries(8 + 9):
        take([(pool, 1) for pool in pools], for_ref="order:2", until=SOON)


# Ended holds


def test_who_comes_next_gets_what_an_ended_hold_kept(jars):
    hold(jars, 5)
    with clock.moved(timedelta(minutes=34)), pytest.raises(SoldOut):
        hold(jars, 1, "order:2")
    with clock.moved(timedelta(minutes=35)):
        take([(jars, 1)], for_ref="order:2", until=LATER)

    assert Hold.objects.get(for_ref="order:1").state == Hold.State.EXPIRED
    assert counters(jars) == (5, 1, 0)


def test_an_ended_hold_counts_as_free_before_anybody_tidies_up(jars, seats):
    hold(jars, 5)
    hold(seats, 1)

    def left(at):
        return [pool.left_now for pool in Pool.objects.with_left(at).order_by("pk")]

    assert left(NOON) == [0, 1]
    assert list(Pool.objects.available(NOON)) == [seats]
    assert left(SOON) == [5, 2]
    assert set(Pool.objects.available(SOON)) == {jars, seats}


def test_tidying_up_returns_ended_units_once(jars, seats):
    hold(jars, 4)
    hold(seats, 1)
    with clock.frozen(SOON):
        promise("capacity.tidy")
        assert drain() == 1
        assert expire_ended_holds() == 0
    assert (counters(jars), counters(seats)) == ((5, 0, 0), (2, 0, 0))


def test_a_longer_hold_outlives_its_first_time(jars):
    hold(jars, 5)
    extend_holds("order:1", until=LATER)
    with clock.frozen(SOON), pytest.raises(SoldOut):
        hold(jars, 1, "order:2")


def test_a_hold_is_never_made_shorter(jars):
    hold(jars, 5)
    [held] = extend_holds("order:1", until=NOON)
    assert held.until == SOON


def test_an_expired_hold_is_extended_only_if_its_units_are_still_there(jars):
    hold(jars, 5)
    with clock.frozen(SOON):
        expire_ended_holds()
        extend_holds("order:1", until=LATER)
        assert counters(jars) == (5, 5, 0)
    with clock.frozen(LATER):
        expire_ended_holds()
        take([(jars, 1)], for_ref="order:2", until=LATER + timedelta(hours=1))
        with pytest.raises(SoldOut):
            extend_holds("order:1", until=LATER + timedelta(hours=1))
    assert counters(jars) == (5, 1, 0)


# Confirming, releasing, returning


def test_confirming_is_final_and_done_once(jars):
    hold(jars, 3)
    for _ in range(2):
        confirm_holds("order:1")
    with clock.frozen(LATER):
        assert expire_ended_holds() == 0
        assert release_holds("order:1") == 0
    assert counters(jars) == (5, 3, 3)


def test_a_late_payment_confirms_if_the_units_are_still_there(jars):
    hold(jars, 3)
    with clock.frozen(LATER):
        expire_ended_holds()
        confirm_holds("order:1")
    assert counters(jars) == (5, 3, 3)


def test_a_late_payment_is_told_when_others_took_the_units(jars):
    hold(jars, 3)
    with clock.frozen(LATER):
        take([(jars, 4)], for_ref="order:2", until=LATER + timedelta(hours=1))
        with pytest.raises(SoldOut) as refused:
            confirm_holds("order:1")
    assert refused.value.left == 1
    assert counters(jars) == (5, 4, 0)


def test_what_was_released_is_not_confirmed(jars):
    hold(jars, 3)
    assert release_holds("order:1") == 1
    assert release_holds("order:1") == 0
    with pytest.raises(HoldReleased):
        confirm_holds("order:1")
    assert counters(jars) == (5, 0, 0)


def test_an_expired_hold_that_is_released_stays_released(jars):
    hold(jars, 3)
    with clock.frozen(SOON):
        expire_ended_holds()
        release_holds("order:1")
        with pytest.raises(HoldReleased):
            confirm_holds("order:1")
    assert counters(jars) == (5, 0, 0)


def test_what_never_held_anything_confirms_and_releases_nothing(jars):
    assert confirm_holds("order:9") == []
    assert release_holds("order:9") == 0
    assert return_units("order:9") == 0


def test_a_cancelled_order_s_units_go_back_on_sale_once(jars, seats):
    take([(jars, 3), (seats, 1)], for_ref="order:1", until=SOON)
    confirm_holds("order:1")

    assert [return_units("order:1"), return_units("order:1")] == [4, 0]
    assert (counters(jars), counters(seats)) == ((5, 0, 0), (2, 0, 0))


def test_a_part_is_returned_of_one_pool_and_never_more_than_is_there(jars, seats):
    take([(jars, 3), (seats, 1)], for_ref="order:1", until=SOON)
    confirm_holds("order:1")

    assert return_units("order:1", pool=jars, quantity=2) == 2
    for pool, quantity in [(jars, 2), (jars, 0), (None, 1)]:
        with pytest.raises(MoreThanHeld):
            return_units("order:1", pool=pool, quantity=quantity)
    assert (counters(jars), counters(seats)) == ((5, 1, 1), (2, 1, 1))


def test_what_is_only_held_cannot_be_returned(jars):
    hold(jars, 3)
    with pytest.raises(MoreThanHeld):
        return_units("order:1", pool=jars, quantity=1)
    assert counters(jars) == (5, 3, 0)


# Sizes


def test_a_pool_grows_and_shrinks_but_not_below_what_is_taken(jars):
    hold(jars, 3)
    resize_pool(jars, 3)
    with pytest.raises(BelowTaken) as refused:
        resize_pool(jars, 2)
    assert refused.value.taken == 3
    assert counters(jars) == (3, 3, 0)


def test_a_shelf_count_adds_to_what_is_taken(jars):
    hold(jars, 3)
    set_left(jars, 10)
    assert counters(jars) == (13, 3, 0)


def test_ended_holds_do_not_stand_in_the_way_of_a_smaller_size(jars):
    hold(jars, 3)
    with clock.frozen(SOON):
        resize_pool(jars, 1)
    assert counters(jars) == (1, 0, 0)


# The database's own refusals, and news


@pytest.mark.parametrize("wrong", [{"taken": 6}, {"taken": -1}, {"confirmed": 1}, {"size": -1}])
def test_the_database_refuses_impossible_counters(jars, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pool.objects.filter(pk=jars.pk).update(**wrong)


@pytest.mark.parametrize("wrong", [{"quantity": 0}, {"returned": 1}, {"state": "confirmed", "returned": 4}])
def test_the_database_refuses_impossible_holds(jars, wrong):
    hold(jars, 3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.update(**wrong)


def test_a_miscounted_pool_is_found(jars):
    hold(jars, 3)
    Pool.objects.update(taken=4)
    assert broken_invariants() == {"capacity.counters": [jars]}
    Pool.objects.update(taken=3)


def test_every_action_tells_which_pools_changed(jars, seats):
    told = []

    def hear(sender, refs, **_more):
        told.append(refs)

    pools_changed.connect(hear)
    take([(seats, 1), (jars, 1)], for_ref="order:1", until=SOON)
    confirm_holds("order:1")
    resize_pool(jars, 7)

    assert told == [["listing:jars", "departure:seats"], ["listing:jars", "departure:seats"], ["listing:jars"]]
