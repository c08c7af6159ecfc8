"""Who hears of an erasure: she, on every channel, at each step; and how one press takes it back."""

from django.urls import reverse
from django.utils.translation import override

from network.people.messages import tell
from network.words.dates import thai_datetime

FOLDER = "privacy/messages"
FAREWELL = f"{FOLDER}/erased"


def tell_asked(erasure):
    tell_each(erasure, "erasure_waits")


def tell_stopped(erasure):
    tell_each(erasure, "erasure_stopped")


def tell_put_off(erasure, reasons):
    tell_each(erasure, "erasure_put_off", {"reasons": reasons})


def tell_done(contacts, language):
    """To the contacts that she had; the message is deleted when it has left."""
    for contact in contacts:
        tell(contact, FAREWELL, {}, language)


def tell_each(erasure, template, more=None):
    with override(erasure.language):
        path = reverse("privacy:take_back", args=[erasure.token])
        context = {"day": str(thai_datetime(erasure.due_at)), "path": path, **(more or {})}
    for contact in erasure.reached_at:
        tell(contact, f"{FOLDER}/{template}", context, erasure.language)
