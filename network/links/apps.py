from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "network.links"
    label = "links"
