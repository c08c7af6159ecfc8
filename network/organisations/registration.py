"""Registration numbers: where the law gives thirteen digits, their check digit must be right."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.th import tin

# A company, a partnership and a person are known by the 13-digit number alone.
THIRTEEN_DIGITS = {"company", "partnership", "individual"}
SEPARATORS = str.maketrans("", "", " -‐‑–")


def check_registration_number(text, legal_form):
    """The number as it is stored; Thai digits and separators of a 13-digit one are folded.

    Community enterprises, cooperatives and foundations have numbers of other shapes, kept as written.
    Raises ValidationError on the field `registration_number`.
    """
    text = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text.strip())
    bare = text.translate(SEPARATORS)
    if not text:
        return ""
    if bare.isdigit() and len(bare) == 13:
        if not tin.is_valid(bare):
            raise ValidationError({"registration_number": _("These 13 digits do not add up: check each one.")})
        return bare
    if legal_form in THIRTEEN_DIGITS:
        raise ValidationError({"registration_number": _("This number has 13 digits.")})
    return text
