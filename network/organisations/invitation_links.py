"""The address of an invitation: kept as a digest, and drawn again whenever a card is printed once more.

The token comes from the secret key and the invitation's own id and turn, so that a card may be shown and printed as
often as it is needed while the database alone opens nothing. It is looked for by its digest: an address on paper goes
on working after the key was changed, and a token that no longer leads here is replaced by a fresh one.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from network.people.actions.passes import digest
from network.words.public_ids import as_token

SALT = "network.organisations.invitation_links"


def token_of(invitation):
    """27 letters, about 128 bits."""
    value = f"{invitation.public_id}:{invitation.turn}"
    return as_token(salted_hmac(SALT, value, algorithm="sha256").digest())


def digest_of(invitation):
    return digest(token_of(invitation))


def path_of(invitation):
    """In Thai, the language of those who are invited; the page itself offers the others."""
    with override(settings.LANGUAGE_CODE):
        return reverse("organisations:invitation", args=[token_of(invitation)])
