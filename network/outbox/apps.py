from importlib import import_module

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "network.outbox"
    label = "outbox"
    verbose_name = _("Promises")

    def ready(self):
        """With a broker, wake-ups must leave through the site's own Celery, whichever process makes a promise."""
        if settings.CELERY_BROKER_URL:
            import_module(settings.CELERY_APP)
