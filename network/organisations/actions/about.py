"""What a member says about itself."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_noop

from network.people.actions.consents import record_consent, withdraw_consent
from network.people.models import Consent

from ..access import is_member
from ..models import Membership, Organisation
from .delegates import log_deed

CONTACTS_VERSION = "contacts-1"  # of the words in AboutForm that she chooses by


@transaction.atomic
def describe_organisation(organisation, *, by, line, description, subdistrict=None, **contacts):
    """Write its Thai words, its place and the contacts that buyers see. Raises PermissionDenied.

    Saved, not updated in bulk, so that pages and cards that show it notice.
    """
    if not Organisation.objects.managed_by(by).filter(pk=organisation.pk).exists():
        raise PermissionDenied
    if (shown := contacts.get("contacts_shown", organisation.contacts_shown)) != organisation.contacts_shown:
        agree_to_show(organisation, shown, by=by)
    organisation.write_texts("th", line=line, description=description)
    if subdistrict is not None:
        organisation.subdistrict, organisation.district = subdistrict, subdistrict.district
    for name, value in contacts.items():
        setattr(organisation, name, value)
    organisation.save()
    log_deed(by, organisation, gettext_noop("told about the shop"), ref=organisation.ref)
    return organisation


def agree_to_show(organisation, shown, *, by):
    """Keep her consent with its extent; the former one ends. Raises PermissionDenied for anybody but an owner."""
    if not is_member(by, organisation, Membership.Role.OWNER):
        raise PermissionDenied
    given = Consent.objects.standing().filter(purpose=Consent.Purpose.CONTACTS, ref=organisation.ref)
    for former in given:
        withdraw_consent(former)
    if shown != Organisation.Shown.NOBODY:
        version = f"{CONTACTS_VERSION}:{shown}"
        record_consent(Consent.Purpose.CONTACTS, text_version=version, user=by, ref=organisation.ref)
