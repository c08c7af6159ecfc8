"""Certificates: entered by whom they are about, judged by somebody else, told of before they end."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_noop

from network.clock import now
from network.people.messages import tell
from network.words.dates import in_bangkok, thai_date

from ..access import people_of
from ..certified import certificates_to_judge
from ..models import Certificate, Organisation
from .delegates import log_deed

REMINDED_BEFORE = timedelta(days=30)
LOOKED_BACK = timedelta(days=7)  # should nobody have looked for some nights


@transaction.atomic
def enter_certificate(organisation, *, public_id, by, **facts):
    """Hand it in for checking; the same public id entered twice is one. Raises PermissionDenied."""
    if not Organisation.objects.managed_by(by).filter(pk=organisation.pk).exists():
        raise PermissionDenied
    told = {"organisation": organisation, "entered_by": by, "entered_at": now(), **facts}
    certificate, is_new = Certificate.objects.get_or_create(public_id=public_id, defaults=told)
    if is_new:
        log_deed(by, organisation, gettext_noop("entered a certificate"), ref=organisation.ref)
    return certificate


def may_judge(user, certificate):
    """Reviewers and coordinators, but nobody who acts for whom it is about, nor who entered it."""
    return certificates_to_judge(user, among=Certificate.objects).filter(pk=certificate.pk).exists()


@transaction.atomic
def judge_certificate(certificate, *, by, refusal=""):
    """Verify it, or refuse it in words that its people read; False if somebody was quicker. Raises PermissionDenied."""
    if not may_judge(by, certificate):
        raise PermissionDenied
    judged = {"judged_by": by, "judged_at": now(), "refusal": refusal}
    if not Certificate.objects.waiting().filter(pk=certificate.pk).update(**judged):
        return False
    certificate.refresh_from_db()
    notice(certificate)
    tell_people(certificate, "certificate_refused" if refusal else "certificate_verified")
    return True


@transaction.atomic
def withdraw_certificate(certificate, *, by):
    """Its people take it back; its badge goes with it. Raises PermissionDenied."""
    if not Organisation.objects.managed_by(by).filter(pk=certificate.organisation_id).exists():
        raise PermissionDenied
    if Certificate.objects.standing().filter(pk=certificate.pk).update(withdrawn_at=now()):
        notice(certificate)
        log_deed(
            by, certificate.organisation, gettext_noop("took a certificate back"), ref=certificate.organisation.ref
        )


def notice(certificate):
    """Saved once more, so that the cards which show it notice; of its columns one that never changes."""
    certificate.save(update_fields=["scheme"])


def tell_people(certificate, template):
    """Everybody who acts for it, each in her own language."""
    for person in people_of(certificate.organisation):
        with translation.override(person.language):
            context = {"name": certificate.name, "number": certificate.number, "reason": certificate.refusal}
            context["until"] = thai_date(certificate.expires_on) if certificate.expires_on else ""
        context["path"] = reverse("desk:certificates")
        tell(person, f"organisations/messages/{template}", context)


def see_to_ends():
    """Remind once of each that ends within a month; let cards drop those that ended in the last days.

    Pages hide those by the clock itself: only cards are written beforehand.
    """
    today = in_bangkok(now()).date()
    for certificate in Certificate.objects.filter(expires_on__lt=today, expires_on__gte=today - LOOKED_BACK):
        notice(certificate)
    ending = Certificate.objects.shown(today).filter(expires_on__lte=today + REMINDED_BEFORE, reminded_at=None)
    for certificate in ending.select_related("organisation"):
        with transaction.atomic():
            if Certificate.objects.filter(pk=certificate.pk, reminded_at=None).update(reminded_at=now()):
                tell_people(certificate, "certificate_ends")
