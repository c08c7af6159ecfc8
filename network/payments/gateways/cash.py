"""Cash, handed over with the goods."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from .base import Gateway


class CashOnPickup(Gateway):
    """The seller takes the cash and says so; until then the goods are held."""

    code = "cash_on_pickup"
    title = _("Cash at pick-up")
    line = _("Pay when you collect")
    icon = "cash"
    hold = timedelta(days=7)

    def serves(self, holder):
        return holder.is_default

    def cash_account(self, attempt):
        part = attempt.parts.first()
        return f"cash:hand:{part.ref}", f"Cash taken for {part.ref}"
