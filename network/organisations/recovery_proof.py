"""The new contact that this browser has proved by a code, and until when we believe it."""

from datetime import timedelta

from network.clock import now
from network.people.contacts import Contact

KEY = "back"
BELIEVED = timedelta(hours=1)


def remember_proof(request, contact):
    request.session[KEY] = {"channel": contact.channel, "address": contact.address, "at": now().timestamp()}


def proved_contact(request):
    """The contact, or None."""
    kept = request.session.get(KEY)
    if not kept or now().timestamp() - kept["at"] > BELIEVED.total_seconds():
        return None
    return Contact(kept["channel"], kept["address"])


def proved_since(request, moment):
    """Was it proved after that moment? Before coming back the contact is proved anew."""
    return request.session[KEY]["at"] >= moment.timestamp()


def forget_proof(request):
    request.session.pop(KEY, None)
