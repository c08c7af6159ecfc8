"""The three ways a message leaves: one small interface, `send(envelope)`, and whether it is set up here."""

from dataclasses import dataclass
from uuid import UUID

import requests
from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from . import line

TIMEOUT = (3, 10)


@dataclass(frozen=True)
class Envelope:
    """A message as it leaves: `short` is what fits on a phone's first screen."""

    key: UUID
    to: str
    subject: str
    text: str
    html: str
    short: str


class Email:
    """Django's mail, whatever EMAIL_URL names."""

    def ready(self):
        return True

    def send(self, envelope):
        mail = EmailMultiAlternatives(envelope.subject, envelope.text, to=[envelope.to])
        mail.attach_alternative(envelope.html, "text/html")
        mail.send()


class Sms:
    """A gateway that takes a POST: SMS_GATEWAY_URL, the names of its fields and its token come from the environment."""

    def ready(self):
        return bool(settings.SMS_GATEWAY_URL)

    def send(self, envelope):
        answer = requests.post(
            settings.SMS_GATEWAY_URL,
            data={settings.SMS_GATEWAY_TO: envelope.to, settings.SMS_GATEWAY_TEXT: envelope.short},
            headers={"Authorization": f"Bearer {settings.SMS_GATEWAY_TOKEN}", "Idempotency-Key": str(envelope.key)},
            timeout=TIMEOUT,
            allow_redirects=False,
        )
        answer.raise_for_status()


class Line:
    """A push from the network's Official Account; the retry key makes a second try of the same message harmless."""

    def ready(self):
        return bool(settings.LINE_PUSH_TOKEN)

    def send(self, envelope):
        """Raises MonthUsedUp or Unreachable, where another try would be in vain."""
        line.push(envelope.to, envelope.short, key=envelope.key)


CHANNELS = {"email": Email(), "sms": Sms(), "line": Line()}


def is_ready(channel):
    """May a message be promised over it? In the demo all may: what has no gateway ends in the mailbox page."""
    return settings.DEMO or CHANNELS[channel].ready()


def send(channel, envelope):
    """Hand it over; in the demo a channel without a gateway only keeps it."""
    if CHANNELS[channel].ready():
        CHANNELS[channel].send(envelope)
