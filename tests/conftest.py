"""One migrated database per run, one copy of it for each test that needs real commits."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache
from django.db import connections
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from stripe import HTTPClient

from network.words.catalogues import compile_catalogues
from tests.databases import build_lock, databases, point_to
from tests.promises import board
from tests.workers import TogetherScheduling, ends_by_its_database, slow_first


@pytest.fixture(scope="session")
def migrated(django_test_environment, django_db_blocker):
    """The makers of databases and the name of the migrated template."""
    with django_db_blocker.unblock():
        maker = databases()
        with build_lock():
            template = maker.template()
    return maker, template


@pytest.fixture(scope="session")
def django_db_setup(migrated, django_db_blocker):
    maker, template = migrated
    with django_db_blocker.unblock():
        name = maker.copy(template)
        point_to(name)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        maker.drop(name)


@pytest.fixture
def own_database(migrated, django_db_setup, django_db_blocker):
    """A database of this test's own: real transactions, many threads, no flush afterwards."""
    maker, template = migrated
    with django_db_blocker.unblock():
        before = connections["default"].settings_dict["NAME"]
        name = maker.copy(template)
        point_to(name)
        yield name
        point_to(before)
        maker.drop(name)


@pytest.fixture(autouse=True)
def brief_pauses(request, soak, monkeypatch):
    """Where nobody answers for Stripe its client pauses between its tries, for seconds in which a core has nothing to do."""
    if not soak and "sandbox" not in request.fixturenames:
        monkeypatch.setattr(HTTPClient, "INITIAL_DELAY", 0.01)


@pytest.fixture(autouse=True)
def empty_cache():
    """Oscar caches category addresses by primary key, and SQLite hands those out again."""
    cache.clear()


@pytest.fixture(scope="session")
def soak(request):
    """Whether each promise is to be proved at its stated size, however long that takes."""
    return request.config.getoption("--soak")


def pytest_addoption(parser):
    parser.addoption("--soak", action="store_true", help="prove the promises at their stated sizes")
    parser.addoption("--with-database", action="store_true", help="leave out what no database could make pass or fail")
    board.add_options(parser)


def pytest_collection_modifyitems(config, items):
    items[:] = slow_first(items)
    if config.getoption("--with-database"):
        soak = config.getoption("--soak")
        config.hook.pytest_deselected(items=[test for test in items if not ends_by_its_database(test, soak)])
        items[:] = [test for test in items if ends_by_its_database(test, soak)]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return TogetherScheduling(config, log)


@pytest.fixture
def within_a_minute():
    """The clock stands: a throttle counts by the minute, and the test may be slow or begin at its end."""
    with time_machine.travel(datetime.now(UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def first_language():
    """A request leaves its language active in the thread; no test hears of the one before."""
    translation.deactivate()


def pytest_configure(config):
    """Django was set up before this file was read: on a clean clone it has looked for translations in vain."""
    config.pluginmanager.register(board.Board(config), "promise-board")
    compile_catalogues()
    translation_file_changed(None, Path("django.mo"))
