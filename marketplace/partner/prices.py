"""What Oscar calls a pricing policy."""

from oscar.apps.partner.prices import TaxInclusiveFixedPrice


class ShelfPrice(TaxInclusiveFixedPrice):
    """The price on the shelf, which is what is charged; `tax` is the VAT within it."""

    def __init__(self, currency, excl_tax, tax):
        super().__init__(currency=currency, excl_tax=excl_tax, tax=tax)
