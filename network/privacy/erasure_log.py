"""What must outlive the database: who was erased, by ids alone, so that an old backup brings nobody back."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.conf import settings

from .models import Erasure


def log_path():
    """Beside the database and outside of what a backup holds."""
    return Path(settings.ERASURE_LOG)


def entry_of(erasure):
    return {
        "erasure": erasure.public_id,
        "done_at": erasure.done_at.isoformat(),
        "user": erasure.user.public_id if erasure.user else None,
        "refs": erasure.refs,
    }


def read_log(path=None) -> list[dict]:
    """Every entry once, the oldest first; a line that was cut short by a crash is passed over."""
    path = path or log_path()
    entries: dict[str, dict] = {}
    for line in path.read_text().splitlines() if path.exists() else []:
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        entries[entry["erasure"]] = entry
    return list(entries.values())


def append(entries: Iterable[dict], path=None):
    """Those that it does not name yet, brought to the disk."""
    path = path or log_path()
    known = {entry["erasure"] for entry in read_log(path)}
    fresh = [entry for entry in entries if entry["erasure"] not in known]
    if fresh:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "a", opener=private) as file:
            file.writelines(f"\n{json.dumps(entry)}\n" for entry in fresh)
            file.flush()
            os.fsync(file.fileno())


def private(path, flags):
    return os.open(path, flags, 0o600)


def all_done():
    return [entry_of(erasure) for erasure in Erasure.objects.done().select_related("user").order_by("done_at", "pk")]


def after_erasure(erasure, files):
    """Delete the files and write the log."""
    for where, names in files.items():
        label, _dot, field = where.rpartition(".")
        storage = apps.get_model(label)._meta.get_field(field).storage
        for name in names:
            storage.delete(name)
    append([entry_of(erasure)])
