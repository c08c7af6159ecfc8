"""A pasted list becomes invitations: all of them or none, and once."""

from django.db import IntegrityError, transaction

from network.clock import now
from network.locks import TryAgain
from network.outbox.actions import promise_each
from network.words.slugs import slugify

from ..invitation_links import digest_of
from ..models import Invitation, InvitationList, Organisation, OrganisationText
from .invitations import LASTS

TELL = "organisations.tell_invited"
FACTS = ("kind", "district")


def invite_list(asked, *, key, by, at=None):
    """Invite everybody on a list of `invite_organisation`'s arguments; returns its InvitationList.

    Under the same key twice is once: the second caller waits for the first and writes nothing. Raises TryAgain where
    somebody has just taken one of the addresses.
    """
    at = at or now()
    if made := InvitationList.objects.filter(key=key).first():
        return made
    try:
        with transaction.atomic():
            made = InvitationList.objects.create(key=key, by=by, at=at, size=len(asked))
            write_invitations(made, enter_organisations(asked), asked)
    except IntegrityError as error:
        made = InvitationList.objects.filter(key=key).first()
        if made is None:
            raise TryAgain from error
    return made


def enter_organisations(asked):
    slugs = fresh_slugs([one["name"] for one in asked])
    organisations = Organisation.objects.bulk_create(
        Organisation(slug=slug, **{name: one[name] for name in FACTS}) for slug, one in zip(slugs, asked, strict=True)
    )
    OrganisationText.objects.bulk_create(
        OrganisationText(parent=organisation, language="th", name=one["name"])
        for organisation, one in zip(organisations, asked, strict=True)
    )
    return organisations


def fresh_slugs(names):
    """One for each name, in one question."""
    taken, slugs = set(Organisation.objects.values_list("slug", flat=True)), []
    for name in names:
        slug = first = slugify(name)
        number = 1
        while slug in taken:
            number += 1
            slug = f"{first}-{number}"
        taken.add(slug)
        slugs.append(slug)
    return slugs


def write_invitations(made, organisations, asked):
    invitations = [
        Invitation(
            organisation=organisation,
            listed_in=made,
            invited_by=made.by,
            invited_at=made.at,
            expires_at=made.at + LASTS,
            **{name: value for name, value in one.items() if name not in ("name", *FACTS)},
        )
        for organisation, one in zip(organisations, asked, strict=True)
    ]
    for invitation in invitations:
        invitation.digest = digest_of(invitation)
    Invitation.objects.bulk_create(invitations)
    told = [invitation.public_id for invitation in invitations if invitation.contact]
    promise_each(TELL, {public_id: {"invitation": public_id} for public_id in told})
