"""The tests that share something dear are one worker's work."""

from pathlib import Path

import pytest
from django.db import connection

from tests.conftest import pytest_xdist_make_scheduler
from tests.workers import can_reach_a_database, scope_of, slow_first

ROOT = Path(__file__).parents[2]


def test_all_journeys_are_one_workers_work_and_so_need_one_demo():
    files = [path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")]
    journeys = [f"{path}::test_it[{n}]" for path in files if path.parts[1] == "journeys" for n in "ab"]

    assert len(journeys) > 10
    assert {scope_of(journey) for journey in journeys} == {"journeys"}


def test_other_tests_go_to_whoever_is_free():
    assert scope_of("tests/a/test_x.py::test_1") != scope_of("tests/a/test_x.py::test_2")
    assert scope_of("tests/a/test_browser.py::test_1") == scope_of("tests/a/test_browser.py::test_2")


def test_a_parallel_run_is_scheduled_so(pytestconfig):
    asked = pytestconfig.hook.pytest_xdist_make_scheduler.get_hookimpls()

    assert any(implementation.function is pytest_xdist_make_scheduler for implementation in asked)


@pytest.mark.django_db
def test_who_has_the_mark_reaches_the_database(request):
    assert can_reach_a_database(request.node)


def test_who_has_a_fixture_of_it_reaches_the_database(db, request):
    assert can_reach_a_database(request.node)


def test_who_has_neither_is_refused_and_may_be_left_out(request):
    assert not can_reach_a_database(request.node)
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        connection.ensure_connection()


@pytest.mark.slow
def test_the_slow_ones_go_first_and_all_go(request):
    tests = request.session.items
    ordered = slow_first(tests)

    assert ordered.index(request.node) < min(
        (n for n, test in enumerate(ordered) if "slow" not in test.keywords), default=len(ordered)
    )
    assert {*ordered} == {*tests}
