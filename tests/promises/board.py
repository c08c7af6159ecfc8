"""The promise board: which promise is held, which fails, which nobody has proved yet.

`pytest -m promise --promises` prints one line for each promise of docs/promises.md; `--promise 5,24` runs these alone.
With `--soak --record-promises` docs/promises.json learns when, on which database and at which commit each was held at
its stated size; a promise of which a test failed, or did not run, is not recorded.
"""

import json
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parent.parent.parent
TITLES = ROOT / "docs" / "promises.md"
RECORD = ROOT / "docs" / "promises.json"
MARK = re.compile(r"\bpromise\((\d+)\)")
LINE = re.compile(r"^(\d+)\. \*\*(.+?)\*\*", re.MULTILINE)


def add_options(parser):
    parser.addoption("--promises", action="store_true", help="print the board of promises at the end")
    parser.addoption(
        "--record-promises", action="store_true", help="with --soak: write what was held into docs/promises.json"
    )

    parser.addoption("--promise", default="", metavar="NUMBERS", help="run only these, as in --promise 5,24")


def titles():
    """{number: short title}, as docs/promises.md has them."""
    return {int(number): title for number, title in LINE.findall(TITLES.read_text())}


def numbers_of(item):
    return {mark.args[0] for mark in item.iter_markers("promise")}


def files_by_promise():
    """{number: the files with a test of it}, read from their text: a run may have been asked for some of them only."""
    found = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for number in MARK.findall(path.read_text()):
            found.setdefault(int(number), set()).add(path)
    return found


class Board:
    """Watches a run: what belongs to which promise, and how it ended."""

    def __init__(self, config):
        self.config = config
        self.tests, self.files, self.ended, self.vendor = {}, {}, {}, None

    def pytest_sessionstart(self):
        if self.config.getoption("--record-promises"):
            self.commit = commit_now()  # not at the end: somebody may commit while the tests run

    def pytest_itemcollected(self, item):
        for number in numbers_of(item):
            self.tests.setdefault(number, []).append(item.nodeid)
            self.files.setdefault(number, set()).add(item.path)

    def pytest_collection_modifyitems(self, items):
        if wanted := {int(number) for number in self.config.getoption("--promise").split(",") if number}:
            others = [item for item in items if not wanted & numbers_of(item)]
            items[:] = [item for item in items if wanted & numbers_of(item)]
            self.config.hook.pytest_deselected(items=others)

    def pytest_runtest_logreport(self, report):
        """The worst of set-up, call and tear-down counts; what was skipped was not for this database."""
        order = ["skipped", "passed", "failed"]
        before = self.ended.get(report.nodeid)
        if report.when == "call" or report.outcome != "passed":
            self.ended[report.nodeid] = max([before or report.outcome, report.outcome], key=order.index)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session):
        self.vendor = connection.vendor
        if self.config.getoption("--record-promises") and self.config.getoption("--soak"):
            write_record(self.held(), self.vendor, self.commit)

    def state_of(self, number):
        outcomes = [self.ended.get(test) for test in self.tests.get(number, [])]
        if "failed" in outcomes:
            return "failing"
        missed = files_by_promise().get(number, set()) - self.files.get(number, set())
        if "passed" in outcomes and None not in outcomes and not missed:
            return "held"
        return "not run whole" if outcomes or missed else "not yet proved"

    def held(self):
        """{number: its tests} of the promises whose every test ran here and none failed."""
        return {number: tests for number, tests in self.tests.items() if self.state_of(number) == "held"}

    def pytest_terminal_summary(self, terminalreporter):
        if self.config.getoption("--promises"):
            terminalreporter.section(f"promises on {self.vendor}")
            for number, title in sorted(titles().items()):
                terminalreporter.write_line(f"{number:>3}  {self.state_of(number):<15} {title}")


def commit_now():
    told = subprocess.run(
        ["git", "rev-parse", "--short=10", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def write_record(held, vendor, commit):
    """Add this run to what is known; other databases and other promises stay as they are."""
    known = {row["number"]: row for row in read_record()}
    for number, tests in held.items():
        row = known.setdefault(number, {"number": number, "runs": {}})
        row["title"] = titles()[number]
        row["tests"] = sorted({test.partition("[")[0] for test in tests})
        row["runs"][vendor] = {"size": "soak", "date": datetime.now(UTC).date().isoformat(), "commit": commit}
    rows = [known[number] for number in sorted(known)]
    RECORD.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")


def read_record():
    return json.loads(RECORD.read_text()) if RECORD.exists() else []
