"""What can be in the way of an order; nothing was ordered, and `text` says why."""

from django.utils.translation import gettext_lazy as _


class CheckoutError(Exception):
    text = _("This could not be ordered.")

    def __init__(self, text=None):
        self.text = text or self.text
        super().__init__(str(self.text))


class QuoteChanged(CheckoutError):
    """Price, delivery or goods are not what the buyer has just seen: she is asked again."""

    text = _("Something has changed since you looked: please check the new total and order again.")


class BasketGone(CheckoutError):
    """The basket is empty, or was ordered in another window."""

    text = _("This basket has been ordered already, or is empty.")


class GoodsGone(CheckoutError):
    """Somebody was quicker; the page names each line that falls short."""

    text = _("Somebody has just been quicker. Nothing was ordered or charged.")


class VoucherUsed(CheckoutError):
    text = _("This code has been used already. It was taken out of your basket; please check the new total.")


class PaymentRefused(CheckoutError):
    """That way to pay is not open for this order."""

    text = _("This order cannot be paid that way. Please choose another.")
