"""A copy of all that is kept of somebody: asked for, made by the outbox part by part, deleted after two days."""

import json
import shutil
import tempfile
import zipfile
from datetime import timedelta

from django.conf import settings
from django.core.files import File
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from network.clock import now
from network.outbox.actions import promise
from network.people.personal_data_registry import registry
from network.words.dates import thai_datetime

from ..contents import parts_of
from ..models import DataCopy

COPY = "privacy.copy"
LASTS = timedelta(hours=48)
READ_IN = ("th", "en")
IN_MEMORY = 4 * 1024 * 1024  # bytes; more waits on the disk


@transaction.atomic
def ask_for_copy(subject, *, language):
    """Promise a copy; while one is being made, that one."""
    whose = {"user": subject.user, "contact": "" if subject.user else subject.contacts[0]}
    DataCopy.objects.of(subject).over(now()).filter(made_at=None).delete()
    try:
        with transaction.atomic():
            copy = DataCopy.objects.create(**whose, language=language, asked_at=now())
    except IntegrityError:
        return DataCopy.objects.of(subject).get(made_at=None)
    promise(COPY, {"copy": copy.pk})
    return copy


def make_copy(copy):
    """Write the file and keep it; returns what notes that it is there. One made before is left alone."""
    if copy.made_at:
        return None
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as room:
        with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
            write_copy(copy, archive)
        size = room.tell()
        room.seek(0)
        file = copy.file.storage.save(copy.file.field.generate_filename(copy, "copy.zip"), File(room))
    return lambda: note_made(copy, file, size)


def note_made(copy, file, size):
    at = now()
    DataCopy.objects.filter(pk=copy.pk, made_at=None).update(file=file, size=size, made_at=at, ends_at=at + LASTS)


def write_copy(copy, archive):
    """Rooms as JSON, her own files, and a page in each language that tells it all in words."""
    subject = copy.subject
    parts = parts_of(subject)
    DataCopy.objects.filter(pk=copy.pk).update(steps=len(parts) + 2, steps_done=0)
    rooms, files = {}, []
    for done, part in enumerate(parts, 1):
        rooms.setdefault(part.room, []).append({"kind": part.model._meta.label, "rows": part.for_machines()})
        files += list(put_files(part, archive))
        DataCopy.objects.filter(pk=copy.pk).update(steps_done=done)
    for room, told in rooms.items():
        archive.writestr(f"data/{room}.json", json.dumps(told, ensure_ascii=False, indent=1))
    files += list(put_papers(subject, archive))
    for language in READ_IN:
        archive.writestr(f"index.{language}.html", index(copy, parts, files, language))
    DataCopy.objects.filter(pk=copy.pk).update(steps_done=len(parts) + 2)


def put_files(part, archive):
    """The files that her rows name; one that is gone from the disk is left out."""
    names = [name for name in part.names if hasattr(part.model._meta.get_field(name), "storage")]
    for row in part.rows() if names else []:
        for name in names:
            stored = getattr(row, name)
            if stored and stored.storage.exists(stored.name):
                path = f"files/{part.room}-{part.model._meta.model_name}-{row.pk}-{name}{ending(stored.name)}"
                with stored.open("rb") as source, archive.open(path, "w") as target:
                    shutil.copyfileobj(source, target)
                yield path


def ending(name):
    _stem, dot, suffix = name.rpartition(".")
    return f".{suffix}" if dot and suffix.isalnum() and len(suffix) < 6 else ""


def put_papers(subject, archive):
    for paper in registry.papers:
        for name, content in paper(subject):
            path = f"files/{name}"
            archive.writestr(path, content)
            yield path


def index(copy, parts, files, language):
    with override(language):
        context = {
            "site": settings.SITE_URL,
            "language": language,
            "at": thai_datetime(copy.asked_at),
            "parts": [part.for_people() for part in parts],
            "files": files,
            "rooms": [f"data/{room}.json" for room in sorted({part.room for part in parts})],
        }
        return render_to_string("privacy/copy_index.html", context)


def delete_over():
    """Files past their time leave the disk, then their rows; returns how many."""
    over = list(DataCopy.objects.over(now()))
    for copy in over:
        copy.file.delete(save=False)
        copy.delete()
    return len(over)
