"""Organisations that begin to sell."""

from django.db import transaction

from ..models import Partner


@transaction.atomic
def open_shop(organisation, **terms):
    """The seller behind an organisation, made the first time; `terms` are fields of Partner."""
    name = organisation.in_language("th").name[:128]
    seller, _created = Partner.objects.get_or_create(organisation=organisation, defaults={"name": name, **terms})
    return seller
