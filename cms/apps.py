from django.apps import AppConfig
from django.utils.module_loading import import_string

from network.words.spreadsheets import preprocess_harmless


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self):
        """Wagtail's tables for spreadsheets: its own guard covers XLSX only."""
        export = import_string("wagtail.admin.views.mixins.SpreadsheetExportMixin")
        export.preprocess_field_value = preprocess_harmless(export.preprocess_field_value)
