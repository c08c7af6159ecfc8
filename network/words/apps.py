from django.apps import AppConfig


class WordsConfig(AppConfig):
    name = "network.words"
    label = "words"
