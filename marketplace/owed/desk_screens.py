"""The figure of today that everybody asks for first: how much is coming, and when."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.desk.registry import Figure, Screen, register_figures, register_screen, register_urls
from network.organisations.access import has_role
from network.words.dates import thai_date
from network.words.money import format_money

from .due import due_to
from .statement import owed_to


def sells(request):
    return request.organisation is not None and hasattr(request.organisation, "seller")


def is_treasurer(request):
    return has_role(request.user, "treasurer")


def figures(request):
    if not sells(request):
        return []
    due, amount = due_to(request.organisation), format_money(owed_to(request.organisation).balance)
    return [Figure(_("Money coming to you"), amount, reverse("desk_money:money"), "coins", when(due))]


def when(due):
    """The first that can be said of it, in a few words."""
    if due.asked:
        return _("%(amount)s is being paid out") % {"amount": format_money(due.asked)}
    if due.now:
        return _("%(amount)s can be paid out now") % {"amount": format_money(due.now)}
    if due.next:
        facts = {"amount": format_money(due.on_next_day), "day": thai_date(due.next.day)}
        return _("%(amount)s from %(day)s") % facts
    return _("See the list")


register_urls("money/", "marketplace.owed.desk_urls")
register_figures("money", figures, order=20)
register_screen(Screen("money", gettext_lazy("My money"), "coins", "desk_money:money", sells, tab=True, order=30))
register_screen(
    Screen("sellers", gettext_lazy("What sellers are owed"), "shop", "desk_money:sellers", is_treasurer, order=33)
)
