"""What can go wrong with a fund, in words for whoever asked."""

from django.utils.translation import gettext_lazy as _


class FundClosed(Exception):
    """Raised for a pledge to a fund that takes none."""

    text = _("This fund takes no pledges at the moment.")


class PermitMissing(Exception):
    """Raised when a fund would open to the public without a permit or a stated exemption."""

    text = _("A fund opens to the public only with a solicitation permit that is still valid, or a stated exemption.")


class SamePerson(Exception):
    """Raised when who prepared a fund would open it too."""

    text = _("You prepared this fund: another person reads it and opens it.")


class CharterChanged(Exception):
    """Raised when a fund reads otherwise than what the person had before her who opens it."""

    text = _("It was changed while you read it. Please read it once more.")


class CharterFixed(Exception):
    """Raised for a change of what donors have read: once a fund has been open, its charter stands."""

    text = _("This fund has been open already: what its donors have read stays as it is.")


class ExpenseClosed(Exception):
    """Raised for an expense that was judged the other way already."""

    text = _("This expense was judged already. Please look at it again.")
