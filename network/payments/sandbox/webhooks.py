"""Signed webhooks: planned with the event, delivered later, retried, and mishandled on request.

Which events are dropped, doubled, delayed or shuffled follows from the seed and the event's
number alone, so that a run can be repeated.
"""

import hashlib
import hmac
import http.client
import json
import math
import random
import time
from urllib.parse import urlsplit

from network.payments.sandbox.lists import public
from network.payments.sandbox.sandbox import Sandbox

GIVE_UP_AFTER = 3 * 24 * 3600
LONGEST_WAIT = 6 * 3600


def plan_deliveries(sandbox: Sandbox, event: dict) -> None:
    """Write down the deliveries of a new event, in the transaction that made the event."""
    wishes = sandbox.setting("webhooks")
    if not wishes["url"]:
        return
    number = sandbox.store.place(event["id"], "event")
    chance = random.Random(f"{wishes['seed']}:{number}")  # noqa: S311
    if chance.random() < wishes["drop"]:
        return
    for _ in range(chance.randint(*wishes["copies"])):
        delay, rank = chance.uniform(*wishes["delay"]), chance.random()
        plan_delivery(sandbox, event["id"], delay=delay, rank=rank if wishes["shuffle"] else float(number or 0))


def plan_delivery(sandbox: Sandbox, event_id: str, *, delay: float = 0.0, rank: float = 0.0) -> None:
    sandbox.store.write(
        "INSERT INTO delivery (event, due_at, rank) VALUES (?, ?, ?)", event_id, sandbox.now() + delay, rank
    )
    sandbox.wake.set()


def pending_deliveries(sandbox: Sandbox, *, due_by: float = math.inf, limit: int = -1) -> list[dict]:
    sql = "SELECT * FROM delivery WHERE state = 'pending' AND due_at <= ? ORDER BY rank, id LIMIT ?"
    return sandbox.store.rows(sql, due_by, limit)


def deliver_next(sandbox: Sandbox) -> bool:
    """Try the first delivery that is due; returns whether there was one."""
    with sandbox.delivering:
        due = pending_deliveries(sandbox, due_by=sandbox.now(), limit=1)
        return bool([_try(sandbox, delivery) for delivery in due])


def deliver_all(sandbox: Sandbox) -> list[dict]:
    """Try each pending delivery once, due or not; returns what came of each."""
    with sandbox.delivering:
        return [_try(sandbox, delivery) for delivery in pending_deliveries(sandbox)]


def deliver_events(sandbox: Sandbox, event_ids: list[str]) -> list[dict]:
    """Deliver these events now, in this order, whatever was planned for them."""
    with sandbox.delivering:
        events = [sandbox.fetch("event", event_id) for event_id in event_ids]
        return [{"event": event["id"], "answer": _send(sandbox, event)} for event in events]


def _try(sandbox, delivery):
    event = sandbox.fetch("event", delivery["event"])
    answer = _send(sandbox, event)
    tries = delivery["tries"] + 1
    wishes = sandbox.setting("webhooks")
    wait = min(wishes["retry_base"] * 2 ** min(tries - 1, 20), LONGEST_WAIT)
    state = "delivered" if _is_success(answer) else "pending"
    if state == "pending" and sandbox.now() + wait > event["created"] + GIVE_UP_AFTER:
        state = "exhausted"
    sandbox.store.write(
        "UPDATE delivery SET state = ?, tries = ?, last_answer = ?, due_at = ? WHERE id = ?",
        state,
        tries,
        str(answer),
        sandbox.now() + wait,
        delivery["id"],
    )
    return {"event": event["id"], "answer": answer, "state": state, "tries": tries}


def _is_success(answer) -> bool:
    return isinstance(answer, int) and 200 <= answer < 300


def _send(sandbox, event) -> int | str:
    """Post the event; returns the receiver's status, or what kept it from answering."""
    wishes = sandbox.setting("webhooks")
    if not wishes["url"]:
        return "no address"
    body = body_of(event)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Stripe-sandbox/1.0",
        "Stripe-Signature": signature(body, wishes["secrets"], int(time.time()) + wishes["skew"]),
    }
    target = urlsplit(wishes["url"])
    connection = http.client.HTTPConnection(target.hostname, target.port or 80, timeout=wishes["timeout"])
    try:
        path = target._replace(scheme="", netloc="", fragment="").geturl()
        connection.request("POST", path or "/", body, headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def body_of(event: dict) -> bytes:
    return json.dumps(public(event), ensure_ascii=False, indent=2).encode()


def signature(body: bytes, secrets: list[str], moment: int) -> str:
    """The Stripe-Signature header: one v1 mark for each secret that is valid now."""
    signed = b"%d.%s" % (moment, body)
    marks = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    return ",".join([f"t={moment}", *(f"v1={mark}" for mark in marks)])
