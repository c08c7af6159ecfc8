"""Digits as people here write them: Thai ones and full-width ones are digits too."""

DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "01234567890123456789")


def fold_digits(text):
    """The text with Thai and full-width digits as 0–9."""
    return text.translate(DIGITS)


def grouped(number):
    """1234567 → "1,234,567"; Django's Thai formats would not group."""
    return f"{number:,}"
