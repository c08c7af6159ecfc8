from django.apps import AppConfig


class CapacityConfig(AppConfig):
    name = "network.capacity"
    label = "capacity"
