"""What an organisation has told us so far, and what is still missing: facts, never a score."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .models import Membership


@dataclass(frozen=True)
class Fact:
    key: str
    label: str
    done: bool


def onboarding_facts(organisation):
    """The steps of a new member in the order they are best taken."""
    thai = organisation.texts.filter(language="th").first()
    owners = organisation.memberships.standing().filter(role=Membership.Role.OWNER)
    contacts = (organisation.contact_phone, organisation.contact_email, organisation.contact_line)
    return [
        Fact("name", _("Name in Thai"), bool(thai and thai.name)),
        Fact("line", _("What you do, in one line"), bool(thai and thai.line)),
        Fact("place", _("Your district"), organisation.district_id is not None),
        Fact("contact", _("A contact that buyers may use"), any(contacts)),
        Fact("owner", _("Somebody who answers for it has signed in"), owners.exclude(user__last_login=None).exists()),
        Fact("dimension", _("What it works on"), organisation.dimensions.exists()),
    ]
