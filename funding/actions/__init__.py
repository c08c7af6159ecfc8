from .capture import capture_pledge, lapse_pledge, return_pledge
from .charters import change_charter, prepare_fund
from .funds import close_fund, commit_money, count_pledges, open_fund, record_opening_balance
from .money_out import accept_expense, ask_fund_payout, hand_in_expense, refuse_expense
from .pledges import make_pledge
from .receipts import issue_receipt, void_receipt

__all__ = [
    "accept_expense",
    "ask_fund_payout",
    "capture_pledge",
    "change_charter",
    "close_fund",
    "commit_money",
    "count_pledges",
    "hand_in_expense",
    "issue_receipt",
    "lapse_pledge",
    "make_pledge",
    "open_fund",
    "prepare_fund",
    "record_opening_balance",
    "refuse_expense",
    "return_pledge",
    "void_receipt",
]
