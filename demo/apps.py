from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Installed by the demo, development and test settings only."""

    name = "demo"
