"""After the commit: tell the workers, if there is a broker; without one the runner beside the site looks by itself.

A wake-up is only an offer. It leaves through a thread and a short queue, so that a broker that is down, or hangs,
neither fails nor slows the request; the sweep finds what nobody was woken for.
"""

import logging
import os
import queue
import threading
import time

from celery import current_app
from django.conf import settings

TASK = "network.outbox.tasks.wake"
SILENCE = 5.0  # seconds without a try after the broker refused one

logger = logging.getLogger(__name__)


class Messenger:
    """One thread of this process that sends wake-ups, and drops them when it cannot."""

    def __init__(self):
        self.waiting = queue.Queue(maxsize=1000)
        self.process = os.getpid()
        self.silent_until = 0.0
        threading.Thread(target=self.run, name="outbox-wake", daemon=True).start()

    def offer(self, pk):
        try:
            self.waiting.put_nowait(pk)
        except queue.Full:
            logger.debug("Too many wake-ups wait; the sweep will find promise %s.", pk)

    def run(self):
        while True:
            pk = self.waiting.get()
            if time.monotonic() >= self.silent_until:
                self.send(pk)
            self.waiting.task_done()

    def send(self, pk):
        try:
            current_app.send_task(TASK, args=[pk], retry=False, ignore_result=True)
        except Exception as error:
            self.silent_until = time.monotonic() + SILENCE
            logger.warning("The broker takes no wake-ups (%s); the sweep will find them.", type(error).__name__)


_messenger = None


def wake_workers(pk):
    """Offer that promise to a worker; never raises, never waits."""
    global _messenger  # noqa: PLW0603
    if settings.CELERY_BROKER_URL:
        if _messenger is None or _messenger.process != os.getpid():
            _messenger = Messenger()  # a thread does not survive a fork
        _messenger.offer(pk)
