"""The tests that share something dear are one worker's work."""

from pathlib import Path

from tests.conftest import pytest_xdist_make_scheduler
from tests.workers import scope_of

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
