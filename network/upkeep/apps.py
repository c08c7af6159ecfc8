from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "network.upkeep"
    label = "upkeep"
