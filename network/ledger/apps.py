from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "network.ledger"
    label = "ledger"
