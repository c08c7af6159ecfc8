"""Idempotency keys as Stripe keeps them.

The first call with a key takes it, executes, and leaves its status and body behind, errors
included; later calls with the same parameters get exactly that. Nothing is left behind by a
call that was refused before it executed. A key is forgotten after 24 hours.
"""

import hashlib
import json
import re
from collections.abc import Callable

from network.payments.sandbox.errors import StripeError, invalid_parameter
from network.payments.sandbox.sandbox import Sandbox

KEY = re.compile(r"[\x20-\x7e]{1,255}")
KEPT_FOR = 24 * 3600
Outcome = tuple[int, str]  # status and body

CHANGED = "The idempotency key {key!r} was first used for another request; it cannot be used for this one."
IN_USE = "The request that first used the idempotency key {key!r} is still being worked on."


def fingerprint(method: str, path: str, params: dict) -> str:
    return hashlib.sha256(json.dumps([method, path, params], sort_keys=True).encode()).hexdigest()


def check_key(key: str) -> None:
    if not KEY.fullmatch(key):
        raise invalid_parameter("Idempotency-Key", "An idempotency key has 1 to 255 plain characters.")


def take_key(sandbox: Sandbox, key: str, print_of_call: str, request_id: str) -> dict | None:
    """Take the key for this call, or return the reply that was kept under it.

    Raises idempotency_error for other parameters, idempotency_key_in_use for a call under way.
    """
    check_key(key)
    with sandbox.store.transaction():
        sandbox.store.write("DELETE FROM kept_reply WHERE key = ? AND created <= ?", key, sandbox.now() - KEPT_FOR)
        kept = sandbox.store.rows("SELECT * FROM kept_reply WHERE key = ?", key)
        if not kept:
            sandbox.store.write(
                "INSERT INTO kept_reply (key, fingerprint, created, request_id) VALUES (?, ?, ?, ?)",
                key,
                print_of_call,
                sandbox.now(),
                request_id,
            )
            return None
    if kept[0]["fingerprint"] != print_of_call:
        raise StripeError(400, "idempotency_error", CHANGED.format(key=key), stored=False)
    if kept[0]["status"] is None:
        message = IN_USE.format(key=key)
        raise StripeError(409, "invalid_request_error", message, stored=False, code="idempotency_key_in_use")
    return kept[0]


def execute_under(sandbox: Sandbox, key: str, work: Callable[[], Outcome]) -> Outcome:
    """Do the work and keep its reply in one transaction, then raise what the work raised."""
    try:
        with sandbox.store.transaction():
            outcome = work()
            _keep(sandbox, key, outcome)
            return outcome
    except StripeError as error:
        if error.stored:
            _keep(sandbox, key, (error.status, as_body(error.body)))
        else:
            _release(sandbox, key)
        raise
    except Exception:
        _release(sandbox, key)
        raise


def as_body(answer: dict) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _keep(sandbox, key, outcome):
    sandbox.store.write("UPDATE kept_reply SET status = ?, body = ? WHERE key = ?", *outcome, key)


def _release(sandbox, key):
    sandbox.store.write("DELETE FROM kept_reply WHERE key = ? AND status IS NULL", key)
