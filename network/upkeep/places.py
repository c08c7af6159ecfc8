"""The folders of files that belong to the site's data, where they lie on this machine."""

from pathlib import Path

from django.core.files.storage import FileSystemStorage, storages

PLACES = {"media": "default", "private": "private"}  # the name in a backup → the storage


def places():
    """{name in the backup: its folder here}; a storage that is no folder (an object store) keeps its own backups."""
    return {
        name: Path(storages[alias].location)
        for name, alias in PLACES.items()
        if isinstance(storages[alias], FileSystemStorage)
    }


def files_below(folder):
    """(path, name relative to the folder) of every plain file, in a fixed order; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path, path.relative_to(folder).as_posix()


def is_filled(folder):
    return folder.is_dir() and any(folder.iterdir())
