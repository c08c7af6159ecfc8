"""Is this process alive, and may it be sent readers: two addresses for those who watch over the site."""

import logging
from threading import Lock, Thread

from django.db import DatabaseError, connections
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .signs import State, readiness

PATIENCE = 1  # seconds that everything asked has to answer

log = logging.getLogger(__name__)
one_at_a_time = Lock()


@never_cache
@require_safe
def healthz(request):
    """200 as long as this process answers at all; asks nobody else, so that a dead database restarts nothing."""
    return plain("alive")


@never_cache
@require_safe
def readyz(request):
    """503 when this process can serve nobody (database, tables): send readers elsewhere meanwhile.

    What readers do not notice yet (late promises, a broker that is away, a full disk) is told, and is 200: a site that
    took itself out of service for it would be the greater harm.
    """
    signs = signs_in_time()
    if signs is None:
        return plain("The database does not answer.", status=503)
    ill = any(sign.state is State.ILL for sign in signs)
    told = [f"{sign.name}: {sign.state.value}" for sign in signs]
    return plain("\n".join(["not ready" if ill else "ready", *told]), status=503 if ill else 200)


def plain(words, status=200):
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")


def signs_in_time():
    """Asked in a thread that a hanging database may keep: never more than one. None if it did not answer."""
    if not one_at_a_time.acquire(timeout=PATIENCE):
        return None
    answers = []
    asking = Thread(target=ask, args=[answers], name="readyz", daemon=True)
    asking.start()
    asking.join(timeout=PATIENCE)
    return answers[0] if answers else None


def ask(answers):
    """Put the signs into the list if the database answers; the thread's own connection is closed again."""
    try:
        answers.append(readiness())
    except DatabaseError as error:
        log.warning("The database does not answer: %s", type(error).__name__)
    finally:
        connections.close_all()
        one_at_a_time.release()
