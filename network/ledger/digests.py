"""What of an entry is digested: its public content openly, the rest behind a salt.

The public digests are made by `verify.py`, the very script that strangers run.
"""

import json
import secrets
from datetime import UTC

from .verify import digest_of


def new_salt():
    return secrets.token_hex(16)


def facts_of(private):
    """Private facts as text that reads the same for ever."""
    return json.dumps(private or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def private_digest(salt, facts, happened_at, recorded_at, expiries=()):
    """Hide what the public must not read: exact times and private facts.

    Days are public, seconds are not: who knows the second of a gift may know the giver.
    """
    return digest_of("private/1", salt, facts, stamp(happened_at), stamp(recorded_at), [*map(stamp, expiries)])


def stamp(moment):
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z" if moment else ""
