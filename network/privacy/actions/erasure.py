"""Being forgotten: asked for, taken back within a week or not, done once, and done again after an old backup came back."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import override

from network.clock import now
from network.outbox.actions import promise
from network.people.models import Message, User
from network.people.personal_data_registry import Subject, contacts_behind, registry, subject_of

from ..erasure_news import FAREWELL, tell_asked, tell_done, tell_put_off, tell_stopped
from ..exceptions import NothingWaits, StillOpen
from ..models import Erasure
from .forget import Forgotten, forget, forget_if_over
from .names import note_names

GRACE = timedelta(days=7)
ERASE, AFTERWARDS = "privacy.erase", "privacy.afterwards"
GUARDED = True  # the twin of the race test takes the guard away, to show that nothing else holds


def what_is_open(subject):
    """Words for everything that must be ended first."""
    return [str(words) for ask in registry.objections for words in ask(subject)]


@transaction.atomic
def ask_to_be_forgotten(subject, *, language):
    """Begin the week after which everything of hers goes; asked twice, it begins once. Every channel of hers hears of it.

    Raises StillOpen.
    """
    if reasons := what_is_open(subject):
        raise StillOpen(reasons)
    at = now()
    whose = {"user": subject.user, "contact": "" if subject.user else subject.contacts[0]}
    try:
        with transaction.atomic():
            erasure = Erasure.objects.create(**whose, language=language, asked_at=at, due_at=at + GRACE)
    except IntegrityError:
        return Erasure.objects.of(subject).waiting().get()
    note_names(subject.user, at=at, due=erasure.due_at)
    tell_asked(erasure)
    promise(ERASE, {"erasure": erasure.pk}, due=erasure.due_at)
    return erasure


@transaction.atomic
def take_back(erasure):
    """She stays. Raises NothingWaits if it was taken back before, or is done."""
    if not Erasure.objects.waiting().filter(pk=erasure.pk).update(stopped_at=now()):
        raise NothingWaits
    erasure.refresh_from_db()
    tell_stopped(erasure)
    return erasure


@transaction.atomic
def carry_out(erasure):
    """Forget her, once; returns whether this call did it.

    What came up meanwhile and is still open puts it off by another week, and she hears why.
    """
    at = now()
    if erasure.due_at > at:
        return False
    waiting = Erasure.objects.waiting() if GUARDED else Erasure.objects.all()
    if not waiting.filter(pk=erasure.pk).update(done_at=at):
        return False
    subject = erasure.subject
    with override(erasure.language):
        reasons = what_is_open(subject)
    if reasons:
        put_off(erasure, at, reasons)
        return False
    reached = erasure.reached_at
    forgotten = forget(subject)
    Erasure.objects.filter(pk=erasure.pk).update(contact="", refs=forgotten.refs, kept=forgotten.kept)
    promise(AFTERWARDS, {"erasure": erasure.pk, "files": forgotten.files})
    tell_done(reached, erasure.language)
    return True


def put_off(erasure, at, reasons):
    due = at + GRACE
    Erasure.objects.filter(pk=erasure.pk).update(done_at=None, due_at=due)
    erasure.refresh_from_db()
    promise(ERASE, {"erasure": erasure.pk}, due=due)
    tell_put_off(erasure, reasons)


@transaction.atomic
def forget_again(entry):
    """Of the log of erasures, on a database from before it: forget whom it names; returns whether there was anybody.

    Nothing is asked and nobody is told: it was all said then.
    """
    subject = whom(entry)
    if subject is None:
        return False
    forgotten = forget(subject)
    at = now()
    done = {"done_at": at, "refs": forgotten.refs, "kept": forgotten.kept, "contact": "", "stopped_at": None}
    if not Erasure.objects.filter(public_id=entry["erasure"]).update(**done):
        Erasure.objects.create(
            public_id=entry["erasure"], user=subject.user, language="th", asked_at=at, due_at=at, **done
        )
    promise(AFTERWARDS, {"erasure": Erasure.objects.get(public_id=entry["erasure"]).pk, "files": forgotten.files})
    return True


def whom(entry):
    """The person of an entry as this database knows her, or None if she is forgotten here already."""
    if entry["user"]:
        user = User.objects.filter(public_id=entry["user"], erased_at=None).first()
        return subject_of(user) if user else None
    contacts = contacts_behind(entry["refs"])
    return Subject(None, tuple(contacts)) if contacts else None


@transaction.atomic
def forget_what_was_kept():
    """What the law asked for and asks for no longer; and farewells that have left. Returns how many erasures it touched."""
    at, touched = now(), 0
    Message.objects.filter(template=FAREWELL, sent_at__isnull=False).delete()
    for erasure in Erasure.objects.done().exclude(kept={}):
        forgotten = Forgotten(erasure.refs)
        for holding in registry.holdings:
            for name in holding.fields:
                if keys := erasure.kept.get(f"{holding.model}.{name}") if holding.fields[name].years else None:
                    forget_if_over(holding, name, keys, at, forgotten)
        if forgotten.kept != erasure.kept:
            Erasure.objects.filter(pk=erasure.pk).update(kept=forgotten.kept)
            promise(AFTERWARDS, {"erasure": erasure.pk, "files": forgotten.files})
            touched += 1
    return touched
