"""What can go wrong with a fund, in words for whoever asked."""

from django.utils.translation import gettext_lazy as _


class FundClosed(Exception):
    """Raised for a pledge to a fund that takes none."""

    text = _("This fund takes no pledges at the moment.")


class PermitMissing(Exception):
    """Raised when a fund would open to the public without a permit or a stated exemption."""

    text = _("A fund opens to the public only with a solicitation permit or a stated exemption.")


class ExpenseClosed(Exception):
    """Raised for an expense that was judged the other way already."""

    text = _("This expense was judged already. Please look at it again.")
