"""The Official Account: what was pushed, under which keys, how much of the month is gone, and who has blocked it."""

import base64
import hashlib
import hmac
import http.client
import json
import time
import uuid
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

OK, BAD, UNKNOWN, BEFORE, TOO_MUCH, FAILED = 200, 400, 401, 409, 429, 500
HASTE = "The API rate limit has been exceeded. Try again later."
USED_UP = "You have reached your monthly limit."


@dataclass
class Account:
    """`faults` are what the next pushes meet: "haste", "error" (nothing was sent) or "lost" (it was, and nobody hears)."""

    token: str
    secret: str
    webhook: str = ""
    quota: int | None = 300
    by_hand: int = 0
    pushes: list = field(default_factory=list)
    keys: set = field(default_factory=set)
    blocked: set = field(default_factory=set)
    faults: list = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def push(self, authorisation, key, told):
        """(status, JSON) of one push."""
        if authorisation != f"Bearer {self.token}":
            return UNKNOWN, {"message": "Authentication failed. Confirm that the access token is valid."}
        with self.lock:
            fault = self.faults.pop(0) if self.faults else ""
            if fault == "haste":
                return TOO_MUCH, {"message": HASTE}
            if fault == "error":
                return FAILED, {"message": "Internal error"}
            status, answer = self.take(key, told)
            return (FAILED, {"message": "The answer was lost"}) if fault == "lost" else (status, answer)

    def take(self, key, told):
        if not is_uuid(key):
            return BAD, {"message": "The retry key is not a UUID."}
        if key in self.keys:
            return BEFORE, {"message": "The retry key is already accepted", "sentMessages": []}
        texts = [message.get("text", "") for message in told.get("messages", [])]
        if not 1 <= len(texts) <= 5 or not all(0 < len(text) <= 5000 for text in texts):
            return BAD, {"message": "The request body has 1 error(s)"}
        if not str(told.get("to", "")).startswith("U") or told["to"] in self.blocked:
            return BAD, {"message": "Failed to send messages"}
        if self.quota is not None and self.used >= self.quota:
            return TOO_MUCH, {"message": USED_UP}
        self.keys.add(key)
        self.pushes.append({"to": told["to"], "texts": texts, "key": key})
        return OK, {"sentMessages": [{"id": str(len(self.pushes))}]}

    @property
    def used(self):
        return len(self.pushes) + self.by_hand

    def allowed(self):
        return {"type": "none"} if self.quota is None else {"type": "limited", "value": self.quota}

    def follow(self, uid, *, following):
        """Somebody adds the account or blocks it; the site is told. The status of its answer."""
        (self.blocked.discard if following else self.blocked.add)(uid)
        event = {"type": "follow" if following else "unfollow", "mode": "active", "timestamp": int(time.time() * 1000)}
        event |= {"source": {"type": "user", "userId": uid}, "webhookEventId": uuid.uuid4().hex}
        return self.tell({"destination": "U-account", "events": [event | {"deliveryContext": {"isRedelivery": False}}]})

    def tell(self, content):
        if not self.webhook:
            return None
        body, target = json.dumps(content).encode(), urlsplit(self.webhook)
        mark = base64.b64encode(hmac.new(self.secret.encode(), body, hashlib.sha256).digest()).decode()
        connection = http.client.HTTPConnection(target.hostname, target.port or 80, timeout=5)
        try:
            connection.request(
                "POST", target.path, body, {"X-Line-Signature": mark, "Content-Type": "application/json"}
            )
            return connection.getresponse().status
        except OSError as error:
            return type(error).__name__
        finally:
            connection.close()


def is_uuid(text):
    try:
        return bool(uuid.UUID(text))
    except (ValueError, TypeError, AttributeError):
        return False
