from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from network import clock
from network.outbox import keeping
from network.outbox.actions import keep_now, promise, promise_each, prune_kept, replay_promise
from network.outbox.health import outbox_facts
from network.outbox.keeping import claim, give_back, keep_claimed, keep_due, keep_promise
from network.outbox.models import Promise
from network.outbox.registry import UnknownTopic, handles
from network.outbox.testing import drain, handled_by

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def seen():
    """Payloads that the topic `test.note` was kept with."""
    notes = []
    with handled_by("test.note", notes.append):
        yield notes


@pytest.fixture
def failing():
    """A topic whose handler fails, quoting somebody's address."""

    def fail(_payload):
        raise ValueError("somchai@example.org is no address")

    with handled_by("test.fail", fail):
        yield


def test_a_promise_is_kept_once(seen):
    made = promise("test.note", {"n": 1})

    assert keep_promise(made.pk) is True
    assert keep_promise(made.pk) is False
    assert seen == [{"n": 1}]
    made.refresh_from_db()
    assert (made.tries, made.leased_by, made.leased_until, made.last_error) == (1, "", None, "")
    assert made.kept_at is not None


def test_a_promise_of_a_cause_that_rolls_back_was_never_made(seen):
    with transaction.atomic():
        promise("test.note", {"n": 1})
        transaction.set_rollback(True)

    assert drain() == 0
    assert seen == []


def test_a_promise_nobody_can_keep_is_refused_where_it_is_made():
    with pytest.raises(UnknownTopic):
        promise("test.nobody")
    assert Promise.objects.count() == 0


def test_many_promises_are_written_in_one_statement(seen, django_assert_num_queries):
    with clock.frozen(NOON), django_assert_num_queries(1):
        promise_each("test.note", {f"card:{n}": {"n": n} for n in range(5)})
    assert promise_each("test.note", {}) == []

    assert drain() == 5
    assert seen == [{"n": n} for n in range(5)]


def test_a_promise_waits_for_its_time(seen):
    with clock.frozen(NOON):
        promise("test.note", {"n": 1}, due=NOON + timedelta(hours=1))
        assert drain() == 0
        with clock.moved(timedelta(hours=1)):
            assert drain() == 1
    assert seen == [{"n": 1}]


def test_a_promise_made_while_keeping_is_kept_too(seen):
    with handled_by("test.first", lambda payload: promise("test.note", payload)):
        promise("test.first", {"n": 2})
        assert drain() == 2
    assert seen == [{"n": 2}]


def test_effects_and_promises_of_a_failed_try_are_gone(seen):
    def half(_payload):
        promise("test.note", {"n": 1})
        raise ValueError

    with handled_by("test.half", half):
        promise("test.half")
        assert keep_due() == 1
        assert Promise.objects.filter(topic="test.note").count() == 0
    assert seen == []


# Keys


def test_promises_of_one_key_are_answered_by_one_keeping(seen):
    for n in range(3):
        promise("test.note", {"n": n}, key="card:1")
    promise("test.note", {"n": 9}, key="card:2")

    assert drain() == 2
    assert seen == [{"n": 0}, {"n": 9}]


def test_a_promise_made_while_its_key_is_being_kept_is_not_swallowed(seen):
    promise("test.note", {"n": 1}, key="card:1")
    claimed = claim(Promise.objects.all(), by="one")
    promise("test.note", {"n": 2}, key="card:1")

    assert claim(Promise.objects.all(), by="two") is None
    keep_claimed(claimed)
    assert drain() == 1
    assert seen == [{"n": 1}, {"n": 2}]


def test_a_promise_due_now_answers_its_key_s_later_one(seen):
    with clock.frozen(NOON):
        promise("test.note", {"n": 1}, key="card:1", due=NOON + timedelta(hours=1))
        promise("test.note", {"n": 2}, key="card:1")
        assert drain() == 1
        with clock.moved(timedelta(hours=2)):
            assert drain() == 0
    assert seen == [{"n": 2}]


def test_the_same_key_of_another_topic_is_other_work(seen):
    with handled_by("test.other", seen.append):
        promise("test.note", {"n": 1}, key="card:1")
        promise("test.other", {"n": 2}, key="card:1")
        assert drain() == 2


def test_the_database_refuses_two_leases_of_one_key(seen):
    promise("test.note", key="card:1")
    promise("test.note", key="card:1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Promise.objects.update(leased_by="one", leased_until=NOON)


# Leases


def test_what_one_worker_leased_no_other_gets(seen):
    promise("test.note")
    assert claim(Promise.objects.all(), by="one").leased_by == "one"
    assert claim(Promise.objects.all(), by="two") is None


def test_a_lease_that_ended_passes_on_and_the_late_worker_changes_nothing(seen):
    with clock.frozen(NOON):
        promise("test.note", {"n": 1})
        late = claim(Promise.objects.all(), by="one")
        with clock.moved(timedelta(minutes=2)):
            next_one = claim(Promise.objects.all(), by="two")
            assert keep_claimed(late) is False
            assert seen == []
            assert keep_claimed(next_one) is True
    assert seen == [{"n": 1}]


def test_the_same_worker_s_older_lease_is_lost_too(seen):
    with clock.frozen(NOON):
        promise("test.note", {"n": 1})
        late = claim(Promise.objects.all(), by="one")
        with clock.moved(timedelta(minutes=2)):
            claim(Promise.objects.all(), by="one")
            assert keep_claimed(late) is False
    assert seen == []


def test_a_dead_worker_s_promise_is_put_off_at_once(seen):
    promise("test.note")
    claim(Promise.objects.all(), by="one")

    give_back("one")

    row = Promise.objects.get()
    assert (row.leased_by, row.tries, row.last_error) == ("", 1, "WorkerDied")
    with clock.moved(timedelta(minutes=1)):
        assert drain() == 1


def test_a_promise_that_kills_its_worker_eight_times_is_given_up(seen):
    promise("test.note")
    for hour in range(9):
        with clock.moved(timedelta(hours=hour)):
            claim(Promise.objects.all(), by=f"worker {hour}")

    row = Promise.objects.get()
    assert (row.tries, row.last_error) == (8, "WorkerDied")
    assert row.dead_at is not None


# Failure


def test_a_failed_promise_is_put_off_longer_each_time(failing):
    with clock.frozen(NOON):
        made = promise("test.fail")
        keep_promise(made.pk)
        made.refresh_from_db()
        assert timedelta(seconds=3.75) <= made.due - NOON <= timedelta(seconds=6.25)
        assert keep_promise(made.pk) is False
    for tries, seconds in [(2, 20), (5, 1280), (7, 20480)]:
        assert 0.75 * seconds <= keeping.pause_after(tries).total_seconds() <= 1.25 * seconds


def test_what_failed_is_told_without_anybody_s_data(failing, caplog):
    made = promise("test.fail")
    keep_promise(made.pk)

    made.refresh_from_db()
    assert made.last_error.startswith("ValueError in fail (outbox/test_promises.py:")
    assert "somchai" not in made.last_error + caplog.text


def give_up(made):
    for hours in range(0, 80, 10):
        with clock.moved(timedelta(hours=hours)):
            assert keep_promise(made.pk) is False
    made.refresh_from_db()


def test_after_eight_tries_it_is_given_up_and_a_person_may_replay_it(failing, seen):
    made = promise("test.fail")
    give_up(made)
    assert made.tries == 8
    assert made.dead_at is not None
    with clock.moved(timedelta(days=9)):
        assert keep_promise(made.pk) is False

    with handled_by("test.fail", seen.append):
        assert replay_promise(made) is True
        assert replay_promise(made) is False
        assert drain() == 1
    assert seen == [{}]


def test_a_drain_lets_the_error_up(failing):
    promise("test.fail")
    with pytest.raises(ValueError, match="somchai"):
        drain()


# Outside


def test_an_outside_keeper_gets_the_same_idempotency_key_at_every_try():
    keys = []

    def call(payload, *, idempotency_key):
        keys.append(idempotency_key)
        if len(keys) == 1:
            raise ConnectionError

    with handled_by("test.call", call, outside=True):
        made = promise("test.call")
        keep_promise(made.pk)
        with clock.moved(timedelta(minutes=1)):
            drain()
    assert keys == [f"promise-{made.token}"] * 2


def test_what_an_outside_keeper_returns_is_recorded_with_the_mark(seen):
    def call(payload, *, idempotency_key):
        return lambda: promise("test.note", {"sent": payload["to"]})

    with handled_by("test.call", call, outside=True):
        promise("test.call", {"to": "message:1"})
        assert drain() == 2
    assert seen == [{"sent": "message:1"}]


# Housekeeping


def test_two_keepers_of_one_topic_are_refused(seen):
    with pytest.raises(ValueError, match="Two handlers"):
        handles("test.note")(print)


def test_kept_promises_are_pruned_and_given_up_ones_stay(seen, failing):
    given_up = promise("test.fail")
    give_up(given_up)
    promise("test.note")
    drain()
    waiting = promise("test.note")

    assert prune_kept(days=14) == 0
    with clock.moved(timedelta(days=15)):
        assert prune_kept(days=14) == 1
    assert set(Promise.objects.all()) == {given_up, waiting}


def test_the_facts_tell_what_is_late_retried_and_given_up(seen, failing):
    with clock.frozen(NOON):
        promise("test.note", due=NOON - timedelta(minutes=3))
        promise("test.note", due=NOON + timedelta(minutes=3))
        keep_promise(promise("test.fail").pk)
        assert outbox_facts() == {"late": 1, "oldest_seconds": 180.0, "retrying": 1, "dead": 0}


def test_keep_now_waits_for_the_commit(seen, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        keep_now(promise("test.note", {"n": 1}))
        assert seen == []
    assert seen == [{"n": 1}]


def test_looking_for_what_is_due_uses_the_index():
    due = Promise.objects.claimable(NOON).order_by("due")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "promise_unkept_due" in due.explain()
