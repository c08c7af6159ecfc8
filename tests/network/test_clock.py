from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from network import clock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_time_is_aware_in_utc_and_about_now(own_database):
    seen = clock.now()

    assert seen.tzinfo is UTC
    assert abs(seen - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_time_is_read_once_in_a_transaction(own_database, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(1):
        first = clock.now()
        assert [clock.now() for _ in range(3)] == [first] * 3


def test_a_nested_block_keeps_the_time_of_its_transaction(own_database):
    with transaction.atomic():
        first = clock.now()
        with transaction.atomic():
            assert clock.now() == first


def tick():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.005)" if connection.vendor == "postgresql" else "SELECT 1")
    if connection.vendor == "sqlite":
        end = datetime.now(UTC) + timedelta(milliseconds=5)
        while datetime.now(UTC) < end:
            pass


def test_the_next_transaction_reads_anew_after_commit_and_after_rollback(own_database):
    block = transaction.atomic()  # a decorated function uses one block again and again, too
    with block:
        first = clock.now()
    tick()
    with block:
        second = clock.now()
        transaction.set_rollback(True)
    tick()
    with block:
        third = clock.now()

    assert first < second < third


def test_outside_a_transaction_time_goes_on(own_database):
    first = clock.now()
    tick()
    assert clock.now() > first


def test_a_frozen_clock_stands(db, django_assert_num_queries):
    with clock.frozen(NOON), django_assert_num_queries(0):
        assert clock.now() == clock.now() == NOON
    assert clock.now() != NOON


def test_a_moved_clock_is_later_by_so_much(db):
    with clock.frozen(NOON), clock.moved(timedelta(days=2)):
        assert clock.now() == datetime(2026, 11, 24, 12, tzinfo=UTC)
        with clock.moved(-timedelta(hours=1)):
            assert clock.now() == datetime(2026, 11, 24, 11, tzinfo=UTC)


def test_a_clock_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"), clock.frozen(datetime(2026, 11, 22)):
        pass
