"""What can go wrong with a payment, in words for whoever asked."""

from django.utils.translation import gettext_lazy as _


class PaymentError(Exception):
    """Base of all; `text` may be shown to the payer."""

    text = _("This payment could not be made.")

    def __init__(self, text=None):
        super().__init__(text or self.text)
        self.text = text or self.text


class ProviderUnreachable(PaymentError):
    text = _("The payment provider does not answer just now. Nothing was charged. Please try again in a minute.")


class CannotFulfil(PaymentError):
    """The money came, what it was for is gone: the payment goes back to its payer."""

    text = _("This was sold out before the payment arrived.")


class AttemptClosed(PaymentError):
    text = _("This payment is closed already.")


class SlipRefused(PaymentError):
    text = _("This slip cannot be used.")


class RefundTooLarge(PaymentError):
    text = _("More cannot be returned than was paid.")


class PayoutError(PaymentError):
    """Base of what can go wrong with money out; nothing was moved."""


class MoneyLiesThere(PayoutError):
    text = _("Money of the books lies on the account in use. It can be replaced once all of it is paid out.")


class NotEnough(PayoutError):
    text = _("There is not that much to pay out: it may have been asked for already, or gone back to a buyer.")


class NotYoursToApprove(PayoutError):
    text = _("Somebody else must approve this: neither who asked for it nor who gets the money.")


class PayoutClosed(PayoutError):
    text = _("This is over already, or not approved yet. Please look at it again.")


class ReferenceUsed(PayoutError):
    text = _("This bank reference stands at another payout. Each transfer pays one.")


class BadSignature(Exception):
    """A webhook that its provider did not sign; answered with 400."""


class BodyTooLarge(Exception):
    """A webhook larger than any provider sends; answered with 413."""
