"""The only two Celery tasks there are: losing one of their messages costs delay, never work."""

import time

from celery import shared_task

from .keeping import keep_due, keep_promise
from .schedule import promise_turns

SWEEP_SECONDS = 20  # well below the broker's visibility timeout; beat sends the next sweep anyway


@shared_task
def wake(pk):
    """Look at this promise."""
    keep_promise(pk)


@shared_task
def sweep():
    """Promise the turns that have come, then keep whatever is due."""
    end = time.monotonic() + SWEEP_SECONDS
    promise_turns()
    keep_due(go_on=lambda: time.monotonic() < end)
