from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DeskConfig(AppConfig):
    name = "network.desk"
    label = "desk"

    def ready(self):
        """Let every room register what it offers; registries live lower, so nobody imports upwards."""
        autodiscover_modules(
            "receivers",
            "cards",
            "payables",
            "payouts",
            "promises",
            "desk_screens",
            "my_pages",
            "personal_data",
            "invariants",
            "needs",
        )
