"""Celery carries wake-ups and the schedule, never a promise: those live in the outbox."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

app = Celery("chanchala")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_our_log(**_kwargs):
    """Left to itself Celery would write in a form of its own, which quotes errors."""
