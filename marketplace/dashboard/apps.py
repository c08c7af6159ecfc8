from django.utils.module_loading import import_string
from oscar.apps.dashboard import apps

from network.words.spreadsheets import write_harmless_row

from .guard import SignIn, guard_for


class DashboardConfig(apps.DashboardConfig):
    """Oscar's dashboard for staff; what our own desk or books answer for is closed here."""

    name = "marketplace.dashboard"

    def ready(self):
        super().ready()
        self.login_view = SignIn
        writer = import_string("oscar.core.compat.UnicodeCSVWriter")  # needs the User model, so not sooner
        writer.writerow = write_harmless_row(writer.writerow)

    def get_url_decorator(self, pattern):
        """Asked for every address of the dashboard, those of Oscar's sub-apps too."""
        return guard_for(pattern.name)
