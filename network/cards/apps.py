from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "network.cards"
    label = "cards"
