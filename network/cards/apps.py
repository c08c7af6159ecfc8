from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .triggers import install_triggers


class CardsConfig(AppConfig):
    name = "network.cards"
    label = "cards"

    def ready(self):
        post_migrate.connect(install_triggers, sender=self)
