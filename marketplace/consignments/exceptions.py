"""What can be in the way of moving a consignment; `text` may be shown."""

from django.utils.translation import gettext_lazy as _


class ConsignmentError(Exception):
    """Nothing was changed."""

    text = _("This could not be done.")

    def __init__(self, text=None):
        self.text = text or self.text
        super().__init__(str(self.text))


class NotYours(ConsignmentError):
    text = _("This consignment is another seller's.")


class WrongState(ConsignmentError):
    """Somebody was quicker, or the way does not lead there."""

    text = _("Somebody has moved this on in the meantime. Please look again.")


class TooLate(ConsignmentError):
    text = _("It is too late to take this back.")


class NothingLeft(ConsignmentError):
    """Goods that were to be taken again are gone."""

    text = _("Some of it has been sold to somebody else in the meantime.")
