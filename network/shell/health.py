"""Is this process alive, and may it be sent readers: two addresses for those who watch over the site."""

import logging
from threading import Event, Lock, Thread

from django.db import DatabaseError, connections
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PATIENCE = 1  # seconds that the database has to answer

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
    """200 when the database answers within a second, else 503: send readers elsewhere meanwhile."""
    if database_answers():
        return plain("ready")
    return plain("The database does not answer.", status=503)


def plain(words, status=200):
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")


def database_answers():
    """Asked on a connection of its own, in a thread that a hanging database may keep: never more than one."""
    if not one_at_a_time.acquire(timeout=PATIENCE):
        return False
    answered = Event()
    asking = Thread(target=ask, args=[answered], name="readyz", daemon=True)
    asking.start()
    asking.join(timeout=PATIENCE)
    return answered.is_set()


def ask(answered):
    """Set the event if the database answers; whatever it says instead is noted."""
    connection = connections.create_connection("default")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        answered.set()
    except DatabaseError as error:
        log.warning("The database does not answer: %r", error)
    finally:
        connection.close()
        one_at_a_time.release()
