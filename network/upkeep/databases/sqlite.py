"""SQLite: a database is a file."""

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from network.upkeep.exceptions import ArchiveUnusable, TargetOccupied

from .base import SiteDatabase


class SQLite(SiteDatabase):
    vendor = "sqlite"

    @property
    def path(self):
        return Path(self.name)

    @contextmanager
    def snapshot(self):
        """Writers go on meanwhile: a reader of the write-ahead log keeps nobody waiting."""
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
            try:
                yield self.dump
            finally:
                cursor.execute("ROLLBACK")

    @staticmethod
    def dump(path):
        """A copy by SQLite's online backup, through the very connection that holds the snapshot; one file, no log."""
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")

    def load(self, path):
        """The file itself; SQLite reads every page and index of it once."""
        try:
            with closing(sqlite3.connect(path)) as candidate:
                [[verdict], *_] = candidate.execute("PRAGMA integrity_check(1)").fetchall()
        except sqlite3.DatabaseError as error:
            verdict = str(error)
        if verdict != "ok":
            raise ArchiveUnusable(f"The database in the backup is damaged: {verdict}.")
        return str(path)

    def stands(self):
        return self.path.exists() and self.path.stat().st_size > 0

    def demand_unused(self):
        """Whoever has it open in WAL mode holds a lock on it; the log is written back on the way."""
        if not self.stands():
            return
        try:
            with closing(sqlite3.connect(self.path, timeout=0.5)) as alone:
                [mode] = alone.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            mode = "busy"
        if mode != "delete":
            raise TargetOccupied("The site is running on this database: stop it first.")

    def swap(self, candidate, aside):
        before = self.path.with_name(f"{self.path.name}.{aside}")
        if self.path.exists():
            self.path.rename(before)
        for leftover in ("-wal", "-shm"):
            self.path.with_name(self.path.name + leftover).unlink(missing_ok=True)
        try:
            Path(candidate).rename(self.path)
        except OSError:
            if before.exists():
                before.rename(self.path)
            raise

    def drop(self, candidate):
        for file in Path(candidate).parent.glob(f"{Path(candidate).name}*"):
            file.unlink()
