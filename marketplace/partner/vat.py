"""VAT that a shelf price contains."""

VAT_PERCENT = 7


def vat_contained(satang, *, registered):
    """The VAT within that many satang, rounded half up once; 0 from a seller who is not registered.

    Call it on the sum of an order line, not on one piece: 7/107 of the whole is what the tax invoice says
    (Revenue Code, section 79 and 82/3).
    """
    if not registered:
        return 0
    whole = 100 + VAT_PERCENT
    return (2 * satang * VAT_PERCENT + whole) // (2 * whole)
