"""Celery carries wake-ups and the schedule, never a promise: those live in the outbox."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# Django's checks make a person with her default times, and those ask the database: a worker or a beat that is started
# while it is away would end. The doctor runs the checks.
os.environ.setdefault("CELERY_SKIP_CHECKS", "1")

app = Celery("chanchala")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_our_log(**_kwargs):
    """Left to itself Celery would write in a form of its own, which quotes errors."""
