from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "network.shell"
    label = "shell"
