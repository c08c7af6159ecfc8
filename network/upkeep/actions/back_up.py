"""Take a backup: database, pictures and private files as one archive, whole or not at all."""

import errno
import os
import shutil
import time
from contextlib import contextmanager

from django.conf import settings

from network.clock import now
from network.upkeep.about import about_now
from network.upkeep.archive import DATABASE, writing
from network.upkeep.databases import site_database
from network.upkeep.exceptions import BackupFailed
from network.upkeep.places import files_below, places

PATTERN = "chanchala-*.backup"
ABANDONED = 24 * 60 * 60  # seconds


def quietly(total):
    return lambda count: None


def back_up(folder, *, keep=None, progress=quietly):
    """Write a new backup into the folder and return its path; then delete all but the newest `keep`.

    It is written under another name, brought to the disk and renamed: what bears the name of a backup is one.
    Encrypted if BACKUP_KEY is set. Raises BackupFailed, leaving nothing behind.
    """
    at = now()
    name = f"chanchala-{at:%Y%m%d-%H%M%S-%f}.backup"
    with workroom(folder, name) as room:
        begun = room / name
        write_archive(begun, room / DATABASE, at, progress)
        begun.rename(folder / name)
        sync(folder)
    if keep:
        delete_older(folder, keep)
    return folder / name


@contextmanager
def workroom(folder, name):
    """A folder beside the backups that is gone afterwards, whatever happens."""
    room = folder / f".{name}.part"
    clear_abandoned(folder)
    try:
        room.mkdir(parents=True, mode=0o700)
        yield room
    except OSError as error:
        raise BackupFailed(in_plain_words(error, folder)) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def clear_abandoned(folder):
    """What a backup left that was killed; one that is being made is not a day old."""
    for room in folder.glob(".chanchala-*.part"):
        if time.time() - room.stat().st_mtime > ABANDONED:
            shutil.rmtree(room, ignore_errors=True)


def in_plain_words(error, folder):
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"No room is left in {folder}. Nothing was kept of this backup; those before it are untouched."
    return f"{error.filename or folder}: {error.strerror or error}. Nothing was kept of this backup."


def write_archive(path, dumped, at, progress):
    """The dump first, in one snapshot with what is said about it; the files after it, so that each file it names is there."""
    kept = places()
    database = site_database()
    with database.snapshot() as dump:
        about = about_now(at, kept)
        dump(dumped)
    files = [(f"{place}/{name}", file) for place, folder in kept.items() for file, name in files_below(folder)]
    moved = progress(sum(size_of(file) for _name, file in files) + dumped.stat().st_size)
    with open(path, "xb", opener=private) as file:
        with writing(file, secret=settings.BACKUP_KEY, about=about, moved=moved) as archive:
            archive.add(DATABASE, dumped)
            for name, source in files:
                add_unless_gone(archive, name, source)
        file.flush()
        os.fsync(file.fileno())


def add_unless_gone(archive, name, source):
    """Whatever was deleted since the list was made is not needed any more."""
    if source.exists():
        archive.add(name, source)


def size_of(path):
    return path.stat().st_size if path.exists() else 0


def private(path, flags):
    """Only who makes backups reads them: everybody's data are in there."""
    return os.open(path, flags, 0o600)


def sync(folder):
    """Let the new name itself be on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def backups_in(folder):
    """The backups of a folder, newest first."""
    return sorted(folder.glob(PATTERN), reverse=True)


def delete_older(folder, keep):
    for old in backups_in(folder)[keep:]:
        old.unlink(missing_ok=True)
