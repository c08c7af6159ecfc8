"""Consent given and taken back, each with its wording and its time."""

from django.conf import settings
from django.utils import translation

from network.clock import now

from ..models import Consent


def record_consent(purpose, *, text_version, user=None, contact="", ref="", language=None, at=None):
    """Note that this person, or the guest with this contact, agreed; the standing consent if it is noted already.

    `ref` names what it was given with, for example `order:k3f9…`; `text_version` names the wording she saw.
    """
    person = {"user": user} if user else {"user": None, "contact": contact}
    given, _created = Consent.objects.get_or_create(
        **person,
        purpose=purpose,
        text_version=text_version,
        ref=ref,
        withdrawn_at=None,
        defaults={
            "language": language or translation.get_language() or settings.LANGUAGE_CODE,
            "given_at": at or now(),
        },
    )
    return given


def withdraw_consent(consent, *, at=None):
    """Take it back, once; the row stays to show that it had been given."""
    Consent.objects.standing().filter(pk=consent.pk).update(withdrawn_at=at or now())
    consent.refresh_from_db()
    return consent


def has_consented(user, purpose):
    return Consent.objects.standing().filter(user=user, purpose=purpose).exists()
