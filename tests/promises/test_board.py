"""The board says no more than what a run has shown."""

from types import SimpleNamespace

import pytest

from tests.promises import board
from tests.promises.board import Board


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A board for promise 5, with tests in two files: tells what it says after these outcomes."""
    files = [tmp_path / "test_one.py", tmp_path / "test_two.py"]
    monkeypatch.setattr(board, "files_by_promise", lambda: {5: set(files)})

    def state(*outcomes, collected=files):
        watching = Board(SimpleNamespace())
        watching.tests[5], watching.files[5] = [f"t{n}" for n in range(len(outcomes))], set(collected)
        for n, outcome in enumerate(outcomes):
            if outcome:
                watching.pytest_runtest_logreport(SimpleNamespace(nodeid=f"t{n}", when="call", outcome=outcome))
        return watching.state_of(5)

    return state


def test_a_promise_is_held_when_all_its_tests_passed(told):
    assert told("passed", "passed", "skipped") == "held"


def test_one_failure_outweighs_all(told):
    assert told("passed", None, "failed") == "failing"


def test_what_did_not_run_proves_nothing(told, tmp_path):
    assert told("passed", None) == "not run whole"
    assert told("skipped", "skipped") == "not run whole"
    assert told("passed", collected=[tmp_path / "test_one.py"]) == "not run whole"


def test_a_tear_down_that_fails_is_a_failure():
    watching = Board(SimpleNamespace())
    for when, outcome in [("setup", "passed"), ("call", "passed"), ("teardown", "failed")]:
        watching.pytest_runtest_logreport(SimpleNamespace(nodeid="t", when=when, outcome=outcome))
    assert watching.ended == {"t": "failed"}


def test_every_promise_that_a_test_names_has_a_title():
    assert set(board.files_by_promise()) <= set(board.titles())
    assert sorted(board.titles()) == list(range(1, 65))
