"""What the desk shows of payments."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.desk.registry import Figure, Screen, register_figures, register_screen, register_urls
from network.organisations.access import has_role

from .access import refunds_for, slips_for
from .models import HolderAccount, Slip


def judges(request):
    """Treasurers, and people of an organisation that receives into an account of its own."""
    if has_role(request.user, "treasurer"):
        return True
    return request.organisation is not None and HolderAccount.objects.filter(organisation=request.organisation).exists()


def waiting_slips(request):
    return slips_for(request.user).filter(status=Slip.Status.WAITING).count()


def figures(request):
    if not judges(request):
        return []
    slips, refunds = waiting_slips(request), refunds_for(request.user).by_hand().count()
    found = []
    if slips:
        action = ngettext("Check it", "Check them", slips)
        found.append(
            Figure(_("Slips to check"), str(slips), reverse("payments_desk:slips"), "receipt", action, urgent=True)
        )
    if refunds:
        found.append(Figure(_("Refunds to send"), str(refunds), reverse("payments_desk:refunds"), "undo", _("Open")))
    return found


register_urls("payments/", "network.payments.desk_urls")
register_figures("payments", figures)
register_screen(
    Screen(
        "slips",
        gettext_lazy("Slips"),
        "receipt",
        "payments_desk:slips",
        judges,
        count=waiting_slips,
        tab=True,
        order=30,
    )
)
register_screen(Screen("refunds", gettext_lazy("Refunds by hand"), "undo", "payments_desk:refunds", judges, order=31))
