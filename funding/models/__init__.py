from .expense import Expense
from .fund import Fund, FundText
from .pledge import Pledge
from .receipt import Receipt, ReceiptSeries

__all__ = ["Expense", "Fund", "FundText", "Pledge", "Receipt", "ReceiptSeries"]
