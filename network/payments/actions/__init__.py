"""Everything that changes a payment; each does one thing, once, whoever calls it and how often."""

from .begin import begin_attempt, start_attempt
from .close import cancel_attempt, expire_attempt, sweep_attempts
from .events import process_event, receive_event
from .fees import bear_fee, fee_expense
from .fulfil import fulfil_part
from .holders import check_holder, drop_holder, name_holder
from .payout_accounts import check_payout_account, enter_payout_account, refuse_payout_account
from .payouts import approve_payout, ask_payout, record_payout, refuse_payout
from .refunds import ask_refund, follow_refund, name_payee, record_transfer
from .settle import record_cash, settle
from .slips import confirm_slip, hand_in_slip, refuse_slip, report_wrong_amount

__all__ = [
    "approve_payout",
    "ask_payout",
    "ask_refund",
    "bear_fee",
    "begin_attempt",
    "cancel_attempt",
    "check_holder",
    "check_payout_account",
    "confirm_slip",
    "drop_holder",
    "enter_payout_account",
    "expire_attempt",
    "fee_expense",
    "follow_refund",
    "fulfil_part",
    "hand_in_slip",
    "name_holder",
    "name_payee",
    "process_event",
    "receive_event",
    "record_cash",
    "record_payout",
    "record_transfer",
    "refuse_payout",
    "refuse_payout_account",
    "refuse_slip",
    "report_wrong_amount",
    "settle",
    "start_attempt",
    "sweep_attempts",
]
