"""The account's balance: what each charge, refund and dispute moves, and what Stripe keeps of it.

All amounts are satang. Fees are Stripe Thailand's published shape (cards 3.65% + ฿10,
PromptPay 1.65%), in whole satang and rounded up: a book that can carry the rounded-up fee
can carry any other rounding.
"""

from network.payments.sandbox.lists import listing, page
from network.payments.sandbox.parameters import choice, text
from network.payments.sandbox.sandbox import Sandbox

FEES = {"card": (365, 1000), "promptpay": (165, 0)}  # hundredths of a percent, satang
DISPUTE_FEE = 500_00
SETTLES_AFTER = 3 * 24 * 3600
CATEGORIES = {"payment": "charge", "payment_refund": "refund", "payment_failure_refund": "refund_failure"}

LIST = listing(type=text(), source=text(), currency=choice("thb"))


def in_baht(satang: int) -> str:
    """123450 becomes "1,234.50"."""
    return f"{satang // 100:,}.{satang % 100:02d}"


def fee_for(method: str, amount: int) -> int:
    """Stripe's fee on a charge, rounded up to the next satang."""
    rate, fixed = FEES[method]
    return -(-amount * rate // 10_000) + fixed


def move(sandbox: Sandbox, kind: str, amount: int, source: str, *, fee: int = 0, category: str = "") -> dict:
    """Write one balance transaction: a positive amount comes in, the fee always goes out."""
    details = [
        {"amount": fee, "application": None, "currency": "thb", "description": "Stripe fee", "type": "stripe_fee"}
    ]
    return sandbox.new(
        "balance_transaction",
        "txn_",
        amount=amount,
        available_on=int(sandbox.now()) + (SETTLES_AFTER if amount > 0 else 0),
        balance_type="payments",
        currency="thb",
        description=None,
        exchange_rate=None,
        fee=fee,
        fee_details=details if fee else [],
        net=amount - fee,
        reporting_category=category or CATEGORIES.get(kind, kind),
        source=source,
        type=kind,
    )


def retrieve(sandbox: Sandbox, params: dict, transaction_id: str) -> dict:
    return _with_status(sandbox, sandbox.fetch("balance_transaction", transaction_id))


def list_transactions(sandbox: Sandbox, params: dict) -> dict:
    where = {name: params.get(name) for name in ("type", "source", "currency")}
    found = page(sandbox, "balance_transaction", "/v1/balance_transactions", params, where)
    found["data"] = [_with_status(sandbox, transaction) for transaction in found["data"]]
    return found


def retrieve_balance(sandbox: Sandbox, params: dict) -> dict:
    """The sums of all net amounts, apart by whether they have settled."""
    sums = {"available": 0, "pending": 0}
    for transaction in sandbox.store.documents("balance_transaction"):
        sums[_with_status(sandbox, transaction)["status"]] += transaction["net"]
    amounts = {status: [{"amount": total, "currency": "thb"}] for status, total in sums.items()}
    return {"object": "balance", "livemode": False, **amounts}


def _with_status(sandbox, transaction):
    settled = transaction["available_on"] <= sandbox.now()
    return {**transaction, "status": "available" if settled else "pending"}
