"""Signs of health: what those who watch the site hear in a word, and what the doctor says in plain ones.

A sign looks once and says how it stands. `ILL`: this process can serve nobody. `WORRY`: readers notice nothing yet.
"""

import shutil
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

import redis
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from network.ledger.invariants import SEALED_IN_TIME
from network.outbox.health import outbox_facts


class State(Enum):
    WELL = "well"
    WORRY = "worry"
    ILL = "ill"


@dataclass(frozen=True)
class Sign:
    """`words` say what is the matter, `mend` what to do about it; both are empty when all is well."""

    name: str
    state: State = State.WELL
    words: str = ""
    mend: str = ""

    @property
    def is_well(self):
        return self.state is State.WELL


LATE = 60  # seconds that a promise may wait beyond its time
LITTLE_ROOM = 500 * 1024**2  # bytes; below it the next backup or upload may fail
PATIENCE = 1  # seconds that the broker has to answer


def database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Sign("database")


def migrations():
    """Code that is newer than its tables answers with errors."""
    missing = known_migrations() - applied_migrations()
    if not missing:
        return Sign("migrations")
    return Sign(
        "migrations",
        State.ILL,
        _("The tables are older than the program: %(count)s migrations are missing.") % {"count": len(missing)},
        _("Run: python manage.py migrate"),
    )


def applied_migrations():
    return {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}


@cache
def known_migrations():
    """app.name of each migration in the code, by its file: loading them all would take seconds."""
    return frozenset(
        f"{config.label}.{file.stem}"
        for config in apps.get_app_configs()
        for file in Path(config.path, "migrations").glob("[0-9]*.py")
    )


def outbox():
    facts = outbox_facts()
    if facts["oldest_seconds"] <= LATE:
        return Sign("outbox")
    return Sign(
        "outbox",
        State.WORRY,
        _("%(count)s promises (mails, fulfilment, receipts) are late, the oldest by %(minutes)s minutes.")
        % {"count": facts["late"], "minutes": round(facts["oldest_seconds"] / 60)},
        _("Nobody keeps them: start the worker and the beat, or manage.py run_outbox. They are not lost meanwhile."),
    )


def sealer():
    late = SEALED_IN_TIME()
    if not late:
        return Sign("sealer")
    return Sign(
        "sealer",
        State.WORRY,
        _("%(count)s entries of the books are not sealed after five minutes.") % {"count": len(late)},
        _("The sealer is a promise: see whether the worker runs, then run: python manage.py ledger_check"),
    )


def broker():
    """Without it orders are taken all the same, and promises are kept once it is back."""
    if not settings.CELERY_BROKER_URL:
        return Sign("broker")
    try:
        asked = redis.Redis.from_url(
            settings.CELERY_BROKER_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE
        )
        with asked:
            asked.ping()
    except redis.RedisError:
        return Sign(
            "broker",
            State.WORRY,
            _("Redis does not answer."),
            _("Start it, or correct REDIS_URL. The site takes orders meanwhile; mails wait until it is back."),
        )
    return Sign("broker")


def room():
    places = {settings.VAR, Path(settings.MEDIA_ROOT), settings.BACKUP_FOLDER}
    least = min(shutil.disk_usage(existing(place)).free for place in places)
    if least >= LITTLE_ROOM:
        return Sign("room")
    return Sign(
        "room",
        State.WORRY,
        _("The disk is nearly full: %(mb)s MB are left.") % {"mb": least // 1024**2},
        _(
            "Carry old backups away and delete them here, or get a larger disk. What cannot be written is refused whole."
        ),
    )


def existing(path):
    """The nearest folder above that is there already."""
    return path if path.exists() else existing(path.parent)


READINESS = (database, migrations, outbox, sealer, broker, room)


def readiness():
    return [look() for look in READINESS]
