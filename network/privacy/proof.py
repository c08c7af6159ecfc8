"""Whose data a request is about: of whoever is signed in, else of a guest who has just proved a contact."""

import time
from functools import wraps

from django.shortcuts import redirect

from network.people.contacts import contact_at, read_contact
from network.people.personal_data_registry import Subject, subject_of
from network.people.views.proof import recent_sign_in_required

PROVED = "own_data"
LASTS = 15 * 60  # seconds, as long as a fresh sign-in


def note_proved(request, contact):
    request.session[PROVED] = {"contact": contact.address, "at": time.time()}


def forget_proved(request):
    request.session.pop(PROVED, None)


def proved_contact(request):
    """The contact that a guest proved in the last quarter of an hour, or ""."""
    kept = request.session.get(PROVED)
    return kept["contact"] if kept and time.time() - kept["at"] < LASTS else ""


def subject_in(request):
    """Raises LookupError for a stranger."""
    if request.user.is_authenticated:
        return subject_of(request.user)
    if contact := proved_contact(request):
        return Subject(None, (contact,))
    raise LookupError


def own_data_only(view):
    """Call `view(request, subject, …)`; strangers prove a contact first."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            subject = subject_in(request)
        except LookupError:
            return redirect("privacy:prove")
        return view(request, subject, *args, **kwargs)

    return guarded


def fresh_proof_required(view):
    """The same, for what matters: people who are signed in show once more who they are."""
    plain = own_data_only(view)
    proved = recent_sign_in_required(plain)

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return (proved if request.user.is_authenticated else plain)(request, *args, **kwargs)

    return guarded


def guest_in_words(subject):
    """The guest's contact as people write it; "" for somebody with an account."""
    return "" if subject.user else read_contact(contact_at(subject.contacts[0]))
