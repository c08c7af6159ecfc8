"""The ways to pay. Each is one module behind the interface of `base`; only `stripe.py` and its client import stripe."""

from .bank_transfer import BankTransfer
from .cash import CashOnPickup
from .promptpay import PromptPay
from .stripe import Stripe

GATEWAYS = {gateway.code: gateway for gateway in (PromptPay(), Stripe(), BankTransfer(), CashOnPickup())}


def gateway_of(attempt):
    return GATEWAYS[attempt.gateway]


def gateways_for(holder):
    """The ways in which this holder account can be paid now."""
    return [gateway for gateway in GATEWAYS.values() if gateway.serves(holder)]
