"""Celery carries wake-ups and the schedule, never a promise: those live in the outbox."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

app = Celery("chanchala")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
