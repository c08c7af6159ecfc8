"""Which tests stay together when workers share a run (pytest-xdist).

The journeys share one demo, and starting one costs a minute and a half: they are one worker's work, and the longest, so
they go first. A module that opens a browser of its own stays whole. Everything else goes to whoever is free.
"""

from xdist.scheduler import LoadScopeScheduling


def scope_of(nodeid):
    """Tests of one scope run one after the other in one worker."""
    path = nodeid.partition("::")[0]
    if path.startswith("tests/journeys/"):
        return "journeys"
    return path if path.endswith("/test_browser.py") else nodeid


class TogetherScheduling(LoadScopeScheduling):
    """xdist's own, with our scopes: its groups by mark pass newer pytests by without a word."""

    def _split_scope(self, nodeid):
        return scope_of(nodeid)
