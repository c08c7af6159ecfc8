"""Who hears of somebody's coming back, and how one press stops it."""

from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from network.people.contacts import contacts_of, read_contact
from network.people.messages import tell
from network.words.dates import thai_datetime

from .models import Recovery

SALT = "network.organisations.recovery"
FOLDER = "organisations/messages"


def tell_all(recovery, template):
    """Every channel of hers that we know, and the two who vouched, each in their language."""
    tell_each(contacts_of(recovery.user), recovery, template)
    for person in recovery.vouchers:
        tell(person, f"{FOLDER}/{template}", words(recovery, person.language))


def tell_each(contacts, recovery, template):
    """Contacts of hers, or the new one: in her language."""
    language = recovery.user.language
    for contact in contacts:
        tell(contact, f"{FOLDER}/{template}", words(recovery, language), language)


def tell_of_stop(recovery):
    """Everybody who had heard of it, and whoever asked, unless that is a contact of hers."""
    tell_all(recovery, "recovery_stopped")
    if recovery.contact not in contacts_of(recovery.user):
        tell_each([recovery.contact], recovery, "recovery_stopped")


def tell_open(recovery):
    """To the new contact: where she comes in now."""
    language = recovery.user.language
    with override(language):
        context = {"name": str(recovery.user), "path": reverse("recovery:ask")}
    tell(recovery.contact, f"{FOLDER}/recovery_ready", context, language)


def tell_came_back(recovery, former):
    """To all contacts that she had before, and to those who vouched."""
    tell_each(former, recovery, "recovery_used")
    for person in recovery.vouchers:
        tell(person, f"{FOLDER}/recovery_used", words(recovery, person.language))


def words(recovery, language):
    """What a message says of it, in that language."""
    with override(language):
        return {
            "name": str(recovery.user),
            "new": read_contact(recovery.contact),
            "vouchers": [str(person) for person in recovery.vouchers],
            "opens": thai_datetime(recovery.opens_at) if recovery.opens_at else "",
            "path": reverse("recovery:stop", args=[stop_token(recovery)]),
        }


def stop_token(recovery):
    """For the link in a notice; it holds as long as there is something to stop. Whoever can read the notices of a person may stop what is done in her name."""
    return signing.Signer(salt=SALT).sign(recovery.token)


def recovery_to_stop(token):
    """Raises BadSignature for one that we never sent."""
    people = Recovery.objects.select_related("user", "first_voucher", "second_voucher")
    return people.get(token=signing.Signer(salt=SALT).unsign(token))
