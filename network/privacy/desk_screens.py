"""What the desk shows of people's own data, to the administrators."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.clock import now
from network.desk.registry import Figure, Screen, register_figures, register_screen, register_urls
from network.organisations.access import has_role
from network.words.dates import thai_datetime

from .models import Breach, DataRequest


def looks_after_data(request):
    return has_role(request.user, "admin")


def waiting(request):
    return DataRequest.objects.open().count() + Breach.objects.unreported().count()


def figures(request):
    """A breach is always urgent; a request when its clock runs short."""
    if not looks_after_data(request):
        return []
    found, path = [], reverse("privacy_desk:overview")
    if breach := Breach.objects.unreported().first():
        until = _("Decide and report until %(time)s") % {"time": thai_datetime(breach.due_at)}
        found.append(Figure(_("Breaches"), str(Breach.objects.unreported().count()), path, "lock", until, urgent=True))
    if asked := DataRequest.objects.open().first():
        until = _("Answer until %(time)s") % {"time": thai_datetime(asked.due_at)}
        count = str(DataRequest.objects.open().count())
        found.append(Figure(_("Requests about data"), count, path, "lock", until, urgent=asked.runs_short(now())))
    return found


register_urls("privacy/", "network.privacy.desk_urls")
register_figures("privacy", figures, order=15)
register_screen(
    Screen(
        "privacy",
        gettext_lazy("Personal data"),
        "lock",
        "privacy_desk:overview",
        looks_after_data,
        count=waiting,
        order=84,
    )
)
