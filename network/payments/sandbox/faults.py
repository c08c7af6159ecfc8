"""Faults on request: what a network and a provider do on a bad day, for a counted number of calls."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from network.payments.sandbox.sandbox import Sandbox

KINDS = {
    "drop_request": "close the connection before doing anything",
    "drop_reply_after_success": "do everything, then close the connection without a reply",
    "hang": "wait some seconds with the idempotency key taken, then go on",
    "error_500": "answer 500 and keep that reply; with effect, after having done everything",
    "rate_limit": "answer 429 and keep nothing",
}


@dataclass(frozen=True)
class Fault:
    kind: str
    seconds: float
    effect: bool


NO_FAULT = Fault("", 0.0, effect=False)


def add(sandbox: Sandbox, *, kind: str, path: str, method: str, times: int, seconds: float, effect: bool) -> None:
    sandbox.store.write(
        "INSERT INTO fault (kind, method, path, remaining, seconds, effect) VALUES (?, ?, ?, ?, ?, ?)",
        kind,
        method,
        path,
        times,
        seconds,
        effect,
    )


def take(sandbox: Sandbox, method: str, path: str) -> Fault:
    """The fault that this call meets, counted down; faults are met in the order they were set."""
    with sandbox.store.transaction():
        for row in sandbox.store.rows("SELECT * FROM fault WHERE remaining > 0 ORDER BY id"):
            if row["method"] in ("*", method) and fnmatchcase(path, row["path"]):
                sandbox.store.write("UPDATE fault SET remaining = remaining - 1 WHERE id = ?", row["id"])
                return Fault(row["kind"], row["seconds"], bool(row["effect"]))
    return NO_FAULT
