"""A six-digit code that proves a contact: bound to one browser, ten minutes, five tries, used once.

Whether the contact belongs to somebody is asked only after the code was right. Until then a known and an unknown
contact go through the same lines: same words, same time.
"""

import secrets
import time
from dataclasses import asdict, dataclass

from django.utils.crypto import constant_time_compare, salted_hmac

from .contacts import Contact
from .messages import tell

MINUTES = 10
TRIES = 5
PAUSE = 30  # seconds before another code may be asked for
DIGITS = 6


@dataclass
class CodeSent:
    """What the session remembers; of the code itself only a digest."""

    channel: str
    address: str
    next: str = ""
    purpose: str = "sign-in"
    digest: str = ""
    sent_at: float = 0.0
    tries: int = 0

    @property
    def contact(self):
        return Contact(self.channel, self.address)

    @property
    def is_open(self):
        return self.tries < TRIES and time.time() - self.sent_at < MINUTES * 60

    @property
    def wait(self):
        """Seconds until another code may be asked for."""
        return max(0, round(PAUSE - (time.time() - self.sent_at)))


def send_code(request, contact, *, next="", purpose="sign-in"):
    """Send a fresh code there and remember it in this browser's session; an older one stops working."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    sent = CodeSent(*contact, next=next, purpose=purpose, digest=digest(code), sent_at=time.time())
    remember(request, sent)
    tell(contact, "people/messages/code", {"code": code, "minutes": MINUTES})


def code_sent(request, purpose="sign-in"):
    """The code this browser waits for, or None."""
    kept = request.session.get(session_key(purpose))
    return CodeSent(**kept) if kept else None


def try_code(request, sent, text):
    """Is it the code? A right one is used up, a wrong one costs a try."""
    typed = "".join(str(int(letter)) for letter in text if letter.isdecimal())
    if sent.is_open and constant_time_compare(digest(typed), sent.digest):
        forget(request, sent.purpose)
        return True
    sent.tries += 1
    remember(request, sent)
    return False


def remember(request, sent):
    request.session[session_key(sent.purpose)] = asdict(sent)


def forget(request, purpose="sign-in"):
    request.session.pop(session_key(purpose), None)


def session_key(purpose):
    return f"code:{purpose}"


def digest(code):
    return salted_hmac("network.people.sign_in_codes", code, algorithm="sha256").hexdigest()
