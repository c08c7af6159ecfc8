from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate, pre_migrate

from .checks import triggers_stand
from .migrating import install_triggers, lift_triggers


class LedgerConfig(AppConfig):
    name = "network.ledger"
    label = "ledger"

    def ready(self):
        pre_migrate.connect(lift_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)
        checks.register(triggers_stand, checks.Tags.database)
