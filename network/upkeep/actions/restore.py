"""Put a backup back: unpacked and proved beside what stands, then swapped in; what stood is kept aside."""

import errno
import os
import secrets
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections

from network.clock import frozen
from network.ledger.audit import audit
from network.ledger.summary import summary_of_books
from network.upkeep.about import demand_fitting, to_migrate
from network.upkeep.archive import DATABASE, reading
from network.upkeep.databases import site_database
from network.upkeep.exceptions import ArchiveUnusable, BooksDiffer, RestoreFailed, TargetOccupied
from network.upkeep.places import is_filled, places

from .back_up import quietly


@dataclass(frozen=True)
class Wishes:
    """How to restore: over a site that stands, with all books read again, or only to see whether it could be done."""

    replace: bool = False
    verify: bool = False
    rehearse: bool = False


@dataclass(frozen=True)
class Restored:
    """What came back; `aside` is the ending under which the former data lie, "" if there were none."""

    about: dict
    aside: str
    to_migrate: bool


def restore(path, wishes, *, progress=quietly):
    """Bring the site back to what it was when the backup was made.

    Everything is unpacked and proved beside the site before anything of it is moved, and moved back if that fails
    half-way. Raises ArchiveUnusable, TargetOccupied, BooksDiffer or RestoreFailed, the site being as it was.
    """
    database, folders = site_database(), places()
    try:
        occupied = demand_free(database, folders, wishes)
        with Unpacked(path, database, folders, progress) as unpacked:
            unpacked.prove(verify=wishes.verify)
            aside = f"before-{secrets.token_hex(4)}"
            if not wishes.rehearse:
                unpacked.move_in(aside)
            return Restored(
                unpacked.about, aside if occupied and not wishes.rehearse else "", to_migrate(unpacked.about)
            )
    except OSError as error:
        raise RestoreFailed(in_plain_words(error)) from error


def in_plain_words(error):
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return (
            "No room is left on the disk: a restore needs room for a second copy of everything. The site is as it was."
        )
    return f"{error.filename or 'The disk'}: {error.strerror or error}. The site is as it was."


def demand_free(database, folders, wishes):
    """Whether something stands here. Raises TargetOccupied if it may not be pushed aside, or is in use."""
    if wishes.rehearse:
        return False
    standing = [str(folder) for folder in folders.values() if is_filled(folder)]
    if database.stands():
        standing.insert(0, f"the database {database.name}")
    if standing and not wishes.replace:
        raise TargetOccupied(f"A site stands here already ({standing[0]}). To push it aside, add --replace.")
    connections.close_all()
    database.demand_unused()
    return bool(standing)


class Unpacked:
    """A backup taken apart beside the site: a candidate database and a folder for each place; gone at the end."""

    def __init__(self, path, database, folders, progress):
        self.path, self.database, self.folders, self.progress = path, database, folders, progress
        self.mark = f"restoring-{secrets.token_hex(4)}"
        self.candidate = None

    def __enter__(self):
        self.beside = {name: folder.with_name(f"{folder.name}.{self.mark}") for name, folder in self.folders.items()}
        self.dump = self.dump_beside()
        try:
            self.unpack()
            self.candidate = self.database.load(self.dump)
        except BaseException:
            self.__exit__()
            raise
        return self

    def dump_beside(self):
        """On SQLite the dump becomes the database: it must lie on the same disk."""
        home = Path(self.database.name) if self.database.vendor == "sqlite" else settings.VAR / DATABASE
        return home.with_name(f"{home.name}.{self.mark}")

    def unpack(self):
        with reading(self.path, secret=settings.BACKUP_KEY, progress=self.progress) as archive:
            self.about = archive.about
            demand_fitting(self.about)
            for name in self.about["places"]:
                if name not in self.beside:
                    raise ArchiveUnusable(f"The backup holds {name} files, and this site keeps those elsewhere.")
            archive.unpack(self.target_of)
        for folder in [self.dump, *self.beside.values()]:
            sync_all(folder)

    def target_of(self, name):
        place, _, rest = name.partition("/")
        if name == DATABASE:
            return self.dump
        if place in self.beside and rest:
            return self.beside[place] / rest
        raise ArchiveUnusable(f"The backup holds something that no backup of ours does: {name}")

    def prove(self, *, verify):
        """The books are those that were backed up; `verify` reads every row of them again, as of that time.

        As of that time, because what was due a minute after the backup is overdue now, and that is no fault of it.
        """
        with self.database.reading(self.candidate), frozen(datetime.fromisoformat(self.about["made_at"])):
            try:
                summary = summary_of_books()
                faults = audit(jobs=os.cpu_count() or 1) if verify else []
            except DatabaseError as error:
                raise ArchiveUnusable(f"The database in the backup cannot be read: {type(error).__name__}.") from error
        if summary != self.about["books"]:
            raise BooksDiffer(
                f"The books are not those that were backed up: {summary['digest']}, not {self.about['books']['digest']}."
            )
        if faults:
            raise BooksDiffer("The books of the backup are not sound:\n" + "\n".join(faults))

    def move_in(self, aside):
        """Folder by folder, the database last; if one cannot be moved, those before it go back."""
        with undoing() as done:
            for name, folder in self.folders.items():
                swap_folders(self.beside[name], folder, aside, done)
            self.database.demand_unused()
            self.database.swap(self.candidate, aside)
            self.candidate = None

    def __exit__(self, *_error):
        for folder in self.beside.values():
            shutil.rmtree(folder, ignore_errors=True)
        if self.candidate is not None:
            self.database.drop(self.candidate)
        self.dump.unlink(missing_ok=True)


@contextmanager
def undoing():
    """A list of renamings that were made; after an error they are made backwards."""
    done = []
    try:
        yield done
    except BaseException:
        for source, target in reversed(done):
            target.rename(source)
        raise


def swap_folders(new, standing, aside, done):
    """A folder that the backup has nothing for comes back empty."""
    new.mkdir(parents=True, exist_ok=True)
    if standing.exists():
        move(standing, standing.with_name(f"{standing.name}.{aside}"), done)
    move(new, standing, done)


def move(source, target, done):
    source.rename(target)
    done.append((source, target))


def sync_all(path):
    """Let everything below be on the disk before anything is swapped."""
    for file in [path, *path.rglob("*")] if path.is_dir() else [path] if path.exists() else []:
        handle = os.open(file, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
