from .capture import capture_pledge, lapse_pledge, return_pledge
from .funds import commit_money, count_pledges, open_fund, record_opening_balance
from .pledges import make_pledge
from .receipts import issue_receipt, void_receipt

__all__ = [
    "capture_pledge",
    "commit_money",
    "count_pledges",
    "issue_receipt",
    "lapse_pledge",
    "make_pledge",
    "open_fund",
    "record_opening_balance",
    "return_pledge",
    "void_receipt",
]
