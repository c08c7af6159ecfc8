"""What a member says about itself."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_noop

from ..models import Organisation
from .delegates import log_deed


@transaction.atomic
def describe_organisation(organisation, *, by, line, description, subdistrict=None, **contacts):
    """Write its Thai words, its place and the contacts that buyers see. Raises PermissionDenied.

    Saved, not updated in bulk, so that pages and cards that show it notice.
    """
    if not Organisation.objects.managed_by(by).filter(pk=organisation.pk).exists():
        raise PermissionDenied
    organisation.write_texts("th", line=line, description=description)
    if subdistrict is not None:
        organisation.subdistrict, organisation.district = subdistrict, subdistrict.district
    for name, value in contacts.items():
        setattr(organisation, name, value)
    organisation.save()
    log_deed(by, organisation, gettext_noop("told about the shop"), ref=organisation.ref)
    return organisation
