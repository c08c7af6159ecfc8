"""Oscar's record of how an order was paid, without its Bankcard: card data has no place here, not even an empty table."""

from oscar.apps.payment.abstract_models import AbstractSource, AbstractSourceType, AbstractTransaction


class Transaction(AbstractTransaction):
    pass


class SourceType(AbstractSourceType):
    pass


class Source(AbstractSource):
    pass
