"""The figure of today that everybody asks for first: how much is coming."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.desk.registry import Figure, Screen, register_figures, register_screen, register_urls
from network.words.money import format_money

from .statement import owed_to


def sells(request):
    return request.organisation is not None and hasattr(request.organisation, "seller")


def figures(request):
    if not sells(request):
        return []
    amount = format_money(owed_to(request.organisation).balance)
    return [Figure(_("Money coming to you"), amount, reverse("desk_money:money"), "coins", _("See the list"))]


register_urls("money/", "marketplace.owed.desk_urls")
register_figures("money", figures, order=20)
register_screen(Screen("money", gettext_lazy("My money"), "coins", "desk_money:money", sells, tab=True, order=30))
