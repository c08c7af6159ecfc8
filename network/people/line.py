"""LINE's two interfaces: sign-in, and pushes from the network's Official Account. Only this module knows its addresses.

LINE answers 409 to a push that it has accepted before under the same retry key, 429 both to haste and to a month that
is used up, 400 where the person cannot be written to: she has blocked the account, or never added it.
"""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import NamedTuple

import requests
from django.conf import settings

TIMEOUT = (3, 10)
ISSUER = "https://access.line.me"
API, PAGES = "https://api.line.me", "https://access.line.me"
UNREACHABLE = ("Failed to send messages", "'to'")  # another 400 is a fault of ours, and is seen as one
LONGEST = 5000  # characters of one text message


class MonthUsedUp(Exception):
    """LINE sends nothing more this month."""


class Unreachable(Exception):
    """LINE does not let us write to this person."""


class BadSignature(Exception):
    """Not from LINE, or not as LINE writes."""


class Following(NamedTuple):
    """Somebody has added the account, or blocked it."""

    uid: str
    reachable: bool
    at: datetime


def is_test(*keys):
    return bool(settings.LINE_API_BASE) and all(key.startswith("test-") for key in keys)


def login_address(path):
    """Of sign-in, for servers."""
    return (settings.LINE_API_BASE if is_test(settings.LINE_CHANNEL_ID) else API) + path


def login_page(path):
    """Of sign-in, for browsers."""
    return (settings.LINE_API_BASE if is_test(settings.LINE_CHANNEL_ID) else PAGES) + path


def push_address(path):
    return (settings.LINE_API_BASE if is_test(settings.LINE_PUSH_TOKEN) else API) + path


def push(uid, text, *, key):
    """Send it; a second call with the same key sends nothing more.

    Raises MonthUsedUp, Unreachable, or a RequestException that is worth another try.
    """
    answer = requests.post(
        push_address("/v2/bot/message/push"),
        json={"to": uid, "messages": [{"type": "text", "text": text[:LONGEST]}]},
        headers={"Authorization": f"Bearer {settings.LINE_PUSH_TOKEN}", "X-Line-Retry-Key": str(key)},
        timeout=TIMEOUT,
        allow_redirects=False,
    )
    if answer.status_code == 409:  # accepted before
        return
    if answer.status_code == 429 and "monthly limit" in answer.text:
        raise MonthUsedUp
    if answer.status_code == 400 and any(words in answer.text for words in UNREACHABLE):
        raise Unreachable
    answer.raise_for_status()


def figures():
    """(how many pushes this month allows, None for any number; how many were sent, by us or by hand)."""
    allowed, sent = ask("/v2/bot/message/quota"), ask("/v2/bot/message/quota/consumption")
    return allowed["value"] if allowed["type"] == "limited" else None, sent["totalUsage"]


def ask(path):
    bearer = {"Authorization": f"Bearer {settings.LINE_PUSH_TOKEN}"}
    answer = requests.get(push_address(path), headers=bearer, timeout=TIMEOUT, allow_redirects=False)
    answer.raise_for_status()
    return answer.json()


def read_events(body, signature):
    """The news of followers in a webhook's body, other events left out. Raises BadSignature."""
    if not settings.LINE_PUSH_SECRET:
        raise BadSignature("no secret")
    made = base64.b64encode(hmac.new(settings.LINE_PUSH_SECRET.encode(), body, hashlib.sha256).digest())
    if not hmac.compare_digest(made, signature.encode("utf-8", "surrogateescape")):
        raise BadSignature("signature")
    try:
        return [following(event) for event in json.loads(body)["events"] if event["type"] in ("follow", "unfollow")]
    except (ValueError, KeyError, TypeError, OverflowError, OSError) as error:
        raise BadSignature("malformed") from error


def following(event):
    at = datetime.fromtimestamp(event["timestamp"] / 1000, UTC)
    return Following(str(event["source"]["userId"]), event["type"] == "follow", at)
