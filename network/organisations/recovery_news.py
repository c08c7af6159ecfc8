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
    hers = [contact for contact in contacts_of(recovery.user) if contact != recovery.contact]
    for contact in hers:
        tell(contact, f"{FOLDER}/{template}", words(recovery, recovery.user.language), recovery.user.language)
    for person in recovery.vouchers:
        tell(person, f"{FOLDER}/{template}", words(recovery, person.language))


def tell_new_contact(recovery, template):
    language = recovery.user.language
    tell(recovery.contact, f"{FOLDER}/{template}", words(recovery, language), language)


def tell_open(recovery):
    """To the new contact: where she comes in now."""
    language = recovery.user.language
    with override(language):
        context = {"name": str(recovery.user), "path": reverse("recovery:ask")}
    tell(recovery.contact, f"{FOLDER}/recovery_ready", context, language)


def tell_came_back(recovery, former):
    """To all contacts that she had before, and to those who vouched."""
    language = recovery.user.language
    for contact in former:
        tell(contact, f"{FOLDER}/recovery_used", words(recovery, language), language)
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
    """For the link in a notice. Whoever can read the notices of a person may stop what is done in her name."""
    return signing.dumps(recovery.token, salt=SALT)


def recovery_to_stop(token):
    """Raises BadSignature for one that we never sent."""
    return Recovery.objects.select_related("user", "first_voucher", "second_voucher").get(
        token=signing.loads(token, salt=SALT)
    )
