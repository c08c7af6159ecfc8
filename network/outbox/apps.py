from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class OutboxConfig(AppConfig):
    name = "network.outbox"
    label = "outbox"

    def ready(self):
        """With a broker, wake-ups must leave through the site's own Celery, whichever process makes a promise."""
        if settings.CELERY_BROKER_URL:
            import_module(settings.CELERY_APP)
