"""What both databases share."""

from contextlib import contextmanager

from django.db import connections


class SiteDatabase:
    """The site's database: seen whole in one moment, or put in the place of the one that stands."""

    vendor: str

    def __init__(self, settings):
        self.settings = settings
        self.name = str(settings["NAME"])

    def snapshot(self):
        """A context in which this process reads the database as it is now; yields a function `dump(path)`."""
        raise NotImplementedError

    def load(self, path):
        """Make a new database beside the site's out of a dump; returns its name."""
        raise NotImplementedError

    def stands(self):
        """Whether there is something here that a restore would push aside."""
        raise NotImplementedError

    def demand_unused(self):
        """Raises TargetOccupied if somebody has it open."""
        raise NotImplementedError

    def swap(self, candidate, aside):
        """Put the candidate in the site's place, and what stood there, if anything, aside."""
        raise NotImplementedError

    def drop(self, candidate):
        """Throw a candidate away."""
        raise NotImplementedError

    @contextmanager
    def reading(self, name):
        """Let this process's connection read the database of that name instead."""
        connections.close_all()
        self.settings["NAME"] = name
        try:
            yield
        finally:
            connections.close_all()
            self.settings["NAME"] = self.name
