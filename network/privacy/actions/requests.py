"""What people ask about their data, and what was decided about a breach: noted once, answered once, within a clock."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import get_language

from network.clock import now
from network.people.contacts import contact_at
from network.people.messages import tell

from ..models import Breach, DataRequest
from ..models.request import ANSWERED_WITHIN


@transaction.atomic
def note_request(*, key, kind, user=None, name="", contact="", words="", came_at=None, by=None):
    """Start the thirty days, once per form. `by` noted it for somebody who wrote or called."""
    came = came_at or now()
    told = {"kind": kind, "user": user, "name": name, "contact": contact, "words": words, "noted_by": by}
    try:
        with transaction.atomic():
            return DataRequest.objects.create(key=key, came_at=came, due_at=came + ANSWERED_WITHIN, **told)
    except IntegrityError:
        return DataRequest.objects.get(key=key)


@transaction.atomic
def answer_request(request, *, answer, by):
    """Write down what was done and tell her, if we know how; returns whether this call did."""
    done = {"answer": answer, "answered_at": now(), "answered_by": by}
    if not DataRequest.objects.open().filter(pk=request.pk).update(**done):
        return False
    reached = request.user or (contact_at(request.contact) if request.contact else None)
    if reached and request.kind != DataRequest.Kind.NAMED:
        language = request.user.language if request.user else get_language()
        tell(reached, "privacy/messages/answered", {"answer": answer, "path": reverse("privacy:index")}, language)
    return True


@transaction.atomic
def note_breach(*, key, by, **told):
    """Start the seventy-two hours, once per form; they run from when it was noticed."""
    try:
        with transaction.atomic():
            return Breach.objects.create(key=key, noted_by=by, noted_at=now(), **told)
    except IntegrityError:
        return Breach.objects.get(key=key)


def decide_breach(breach, *, risk, measures, by):
    """What it means for people, and what was done: the clock stops. Returns whether this call stopped it."""
    decided = {"risk": risk, "measures": measures, "decided_by": by, "decided_at": now()}
    return bool(Breach.objects.unreported().filter(pk=breach.pk).update(**decided))
