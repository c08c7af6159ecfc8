"""The running sandbox: its store, its clock and its settings."""

import json
import secrets
import string
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from network.payments.sandbox.errors import missing_object
from network.payments.sandbox.store import Store

ALPHABET = string.ascii_letters + string.digits
DEFAULT_SETTINGS: dict[str, Any] = {
    "clock_offset": 0.0,
    "promptpay_delay": 20.0,  # seconds until a PromptPay payment left open comes in by itself
    "refund_delay": 20.0,  # seconds between the states of a refund that takes time
    "refund_start": {"card": "succeeded", "promptpay": "requires_action"},
    "webhooks": {
        "url": None,
        "secrets": [],  # newest first; all sign, so that a receiver can rotate
        "paused": False,
        "seed": 0,
        "drop": 0.0,  # share of events that are never delivered
        "copies": [1, 1],  # how often each event is delivered, least and most
        "delay": [0.0, 0.0],  # seconds before the first try of each copy, least and most
        "shuffle": False,
        "retry_base": 2.0,  # seconds; doubles with each failed try
        "timeout": 10.0,
        "skew": 0,  # seconds added to the signature's timestamp
    },
}


@dataclass
class Sandbox:
    """What every part of the sandbox is handed.

    Its clock is the machine's plus an offset that tests may change: everything that is due,
    expires or is dated goes by it, except the timestamps inside webhook signatures.
    """

    store: Store
    public_url: str
    merchant: str = "Sandbox shop"
    webhooks_at_start: dict = field(default_factory=dict)
    wake: threading.Event = field(default_factory=threading.Event)
    delivering: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> float:
        return time.time() + self.setting("clock_offset")

    def setting(self, name: str):
        default = DEFAULT_SETTINGS[name]
        kept = self.store.setting(name, default)
        return {**default, **kept} if isinstance(default, dict) else kept

    def change(self, name: str, value) -> None:
        """Change a setting; a group is merged into what it was."""
        if isinstance(value, dict):
            value = {**self.setting(name), **value}
        self.store.change_setting(name, value)
        self.wake.set()

    def start(self) -> None:
        """Take up a file where it was left: calls that never answered did nothing."""
        self.store.write("DELETE FROM kept_reply WHERE status IS NULL")
        self.change("webhooks", self.webhooks_at_start)

    def new(self, kind: str, prefix: str, **properties) -> dict:
        """Store a new object of a kind under a fresh id."""
        identity = {"id": new_id(prefix), "object": kind, "created": int(self.now()), "livemode": False}
        return self.store.put({**identity, **properties})

    def fetch(self, kind: str, object_id: str, *, param: str = "id") -> dict:
        """The object by its id, or a resource_missing error."""
        found = self.store.get(object_id, kind) if isinstance(object_id, str) else None
        if found is None:
            raise missing_object(kind, object_id, param=param)
        return found

    def plan(self, action: str, subject: str, due_at: float, **detail) -> None:
        """Set a timer; a second one for the same action and subject replaces the first."""
        self.store.write(
            "INSERT OR REPLACE INTO timer (due_at, action, subject, detail) VALUES (?, ?, ?, ?)",
            due_at,
            action,
            subject,
            json.dumps(detail),
        )
        self.wake.set()

    def forget(self, action: str, subject: str) -> None:
        self.store.write("DELETE FROM timer WHERE action = ? AND subject = ?", action, subject)


def new_id(prefix: str, length: int = 24) -> str:
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(length))
