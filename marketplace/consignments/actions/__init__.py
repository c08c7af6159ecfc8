"""Everything that moves a consignment; each checks who may, wins or loses by one conditional UPDATE, and leaves a row."""

from .cancel import cancel_by_buyer, refuse_consignment
from .path import accept_consignment, confirm_arrival, hand_over, make_ready, pack_consignment, send_consignment
from .pay_again import may_pay_again, other_gateways, pay_again
from .undo import UNDO_WITHIN, last_step, may_undo, undo_step

__all__ = [
    "UNDO_WITHIN",
    "accept_consignment",
    "cancel_by_buyer",
    "confirm_arrival",
    "hand_over",
    "last_step",
    "make_ready",
    "may_pay_again",
    "may_undo",
    "other_gateways",
    "pack_consignment",
    "pay_again",
    "refuse_consignment",
    "send_consignment",
    "undo_step",
]
