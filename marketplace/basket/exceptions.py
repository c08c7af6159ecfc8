"""What can be in the way of putting something into a basket; `text` may be shown."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.words.dates import thai_date

MOST_LINES, MOST_PIECES = 40, 999


class BasketError(Exception):
    """Nothing was changed."""

    def __init__(self, text):
        super().__init__(text)
        self.text = text


class NotForSale(BasketError):
    def __init__(self):
        super().__init__(_("This is not for sale any more."))


class ShopClosed(BasketError):
    """Its seller is on holiday until that day."""

    def __init__(self, until):
        words = _("The shop is closed until %(day)s. You can order again from that day on.")
        super().__init__(words % {"day": thai_date(until)})
        self.until = until


class NotEnough(BasketError):
    """Fewer are left than asked for; `have` lie in the basket already."""

    def __init__(self, left, have=0):
        super().__init__(self.words(left, have))
        self.left, self.have = left, have

    @staticmethod
    def words(left, have):
        if left <= 0:
            return _("The last one has just gone.")
        words = ngettext("Only %(left)d is left.", "Only %(left)d are left.", left) % {"left": left}
        if not have:
            return words
        already = ngettext("%(have)d lies in your basket.", "%(have)d lie in your basket.", have) % {"have": have}
        return f"{words} {already}"


class BasketFull(BasketError):
    def __init__(self):
        super().__init__(_("The basket is full. Please order what is in it first."))
