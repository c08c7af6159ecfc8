from django.apps import AppConfig

from . import checks  # noqa: F401  registers itself


class PeopleConfig(AppConfig):
    name = "network.people"
    label = "people"
