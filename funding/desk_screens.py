"""What the desk shows a fund's steward."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.desk.registry import Figure, Screen, register_figures, register_screen, register_urls
from network.organisations.access import has_role

from .models import Expense, Fund


def is_steward(request):
    return Fund.objects.managed_by(request.user).exists()


def runs_funds(request):
    return has_role(request.user, "admin", "coordinator", "treasurer")


def may_hand_in(request):
    return request.organisation is not None or is_steward(request)


def waiting_expenses(request):
    return Expense.objects.managed_by(request.user).waiting().count()


def figures(request):
    waiting = waiting_expenses(request)
    if not waiting:
        return []
    label, action = gettext("Expenses to look at"), gettext("Open")
    return [Figure(label, str(waiting), reverse("funding_desk:expenses"), "receipt", action)]


register_urls("funds/", "funding.desk_urls")
register_screen(Screen("charters", _("The network's funds"), "give", "funding_desk:charters", runs_funds, order=42))
register_screen(Screen("funds", _("My funds"), "give", "funding_desk:funds", is_steward, order=40))
register_screen(
    Screen(
        "expenses", _("Expenses of funds"), "receipt", "funding_desk:expenses", may_hand_in, waiting_expenses, order=41
    )
)
register_figures("expenses", figures)
