"""Which tests run, in which order, and which stay together when workers share a run (pytest-xdist).

The journeys share one demo, and starting one costs a minute and a half: they are one worker's work, and the longest, so
they go first. The tests of who may do what share one world. A module that opens a browser of its own stays whole. Everything else goes to whoever is free, the slow
ones before the others: who begins one last leaves the rest waiting.
"""

from xdist.scheduler import LoadScopeScheduling


def scope_of(nodeid):
    """Tests of one scope run one after the other in one worker."""
    path = nodeid.partition("::")[0]
    if path.startswith("tests/journeys/"):
        return "journeys"
    if path.startswith("tests/access/"):
        return "access"
    return path if path.endswith("/test_browser.py") else nodeid


class TogetherScheduling(LoadScopeScheduling):
    """xdist's own, with our scopes: its groups by mark pass newer pytests by without a word."""

    def _split_scope(self, nodeid):
        return scope_of(nodeid)


ROADS_TO_A_DATABASE = {"db", "transactional_db", "live_server", "migrated", "own_database", "world"}


def can_reach_a_database(test):
    """Whether pytest-django lets it: who has neither its mark nor its fixtures is refused every connection."""
    return bool(test.get_closest_marker("django_db") or ROADS_TO_A_DATABASE & {*test.fixturenames})


def ends_by_its_database(test, soak):
    """What says of itself that all of them are alike to it runs on a second one only where there is time."""
    return can_reach_a_database(test) and (soak or not test.get_closest_marker("one_database"))


def slow_first(tests):
    return sorted(tests, key=lambda test: test.get_closest_marker("slow") is None)
