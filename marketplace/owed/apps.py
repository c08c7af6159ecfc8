from django.apps import AppConfig


class OwedConfig(AppConfig):
    name = "marketplace.owed"
    label = "owed"
