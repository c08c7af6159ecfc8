"""What of an entry is digested: its public content openly, the rest behind a salt.

The public digests are made by `verify.py`, the very script that strangers run.
"""

import json
import secrets
from datetime import UTC

from django.db.models import CharField, Func

from .verify import digest_of


def new_salt():
    return secrets.token_hex(16)


def facts_of(private):
    """Private facts as text that reads the same for ever."""
    return json.dumps(private or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def private_digest(salt, facts, happened, recorded, expiries=()):
    """Hide what the public must not read: exact times (as stamps) and private facts.

    Days are public, seconds are not: who knows the second of a gift may know the giver.
    """
    return digest_of("private/1", salt, facts, happened, recorded, expiries)


def stamp(moment):
    """A moment to the microsecond in UTC, 2026-11-28T10:00:00.000000Z; "" for none."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z" if moment else ""


class Stamp(Func):
    """`stamp` of a column, written by the database: a quarter of a whole check was spent on reading moments."""

    output_field = CharField()

    def as_postgresql(self, compiler, connection, **context):
        template = """coalesce(to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')"""
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler, connection, **context):
        """Django writes 2026-11-28 10:00:00, and the microseconds if there are any."""
        moment = "%(expressions)s"
        fraction = f"CASE WHEN length({moment}) = 19 THEN '.000000Z' ELSE 'Z' END"
        template = f"coalesce(replace({moment}, ' ', 'T') || {fraction}, '')"
        return self.as_sql(compiler, connection, template=template, **context)
