"""Banks that money is sent to, and account numbers as people write them.

A bank is kept by its English name and shown through the catalogue; the list holds those with branches in the provinces.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.words.numbers import fold_digits

BANKS = [
    ("PromptPay", _("PromptPay")),
    ("Krungthai Bank", _("Krungthai Bank")),
    ("Bank for Agriculture (BAAC)", _("Bank for Agriculture (BAAC)")),
    ("Government Savings Bank", _("Government Savings Bank")),
    ("Islamic Bank of Thailand", _("Islamic Bank of Thailand")),
    ("Kasikornbank", _("Kasikornbank")),
    ("Siam Commercial Bank", _("Siam Commercial Bank")),
    ("Bangkok Bank", _("Bangkok Bank")),
    ("Krungsri", _("Krungsri")),
    ("TMBThanachart Bank", _("TMBThanachart Bank")),
    ("Government Housing Bank", _("Government Housing Bank")),
    ("UOB", _("UOB")),
    ("CIMB Thai", _("CIMB Thai")),
    ("Kiatnakin Phatra Bank", _("Kiatnakin Phatra Bank")),
    ("LH Bank", _("LH Bank")),
]
SHORTEST, LONGEST = 10, 15  # BAAC and the Savings Bank have twelve digits, a tax id at PromptPay thirteen


def clean_account_number(text):
    """Its digits alone, Thai digits, spaces and dashes taken in. Raises ValidationError."""
    digits = fold_digits(text).replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdigit()):
        raise ValidationError(_("An account number has digits only."))
    if not SHORTEST <= len(digits) <= LONGEST:
        raise ValidationError(_("An account number has 10 to 15 digits. Please compare it with the bank book."))
    return digits
