"""A payable thing of the tests' own, a holder account, and Stripe as the sandbox plays it."""

import pytest

from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.ledger.models import Account
from network.payments.actions import bear_fee, begin_attempt, fee_expense
from network.payments.exceptions import CannotFulfil
from network.payments.gateways import stripe as stripe_gateway
from network.payments.models import HolderAccount
from network.payments.registry import payables, register_payable
from network.people.models import User
from tests.network.payments.sandbox.running import SECRET, RunningSandbox


class Jar:
    """Something that can be paid for: remembers what payments told it, and books the money to `payable:jar`."""

    def __init__(self):
        self.fulfilled, self.released, self.extended, self.sold_out = [], [], [], False

    def fulfil(self, part, *, paid_from, at):
        if self.sold_out:
            raise CannotFulfil
        transfer = Transfer(debit=paid_from, credit=self.account(), amount=part.amount)
        post_entry(key=f"{part.attempt.ref}:fulfil:{part.ref}", kind="sale", transfers=[transfer], happened_at=at)
        bear_fee(part, account=fee_expense(), at=at)
        self.fulfilled.append(part.ref)

    def extend(self, part, *, until):
        self.extended.append((part.ref, until))

    def release(self, part):
        self.released.append(part.ref)

    def unwind(self, part, *, amount, refund_key, at):
        return self.account()

    def describe(self, refs, language):
        return {ref: f"{ref} ({language})" for ref in refs}

    def judges(self, part):
        return None

    @staticmethod
    def account():
        return open_account("payable:jar", side="credit", limited=True)


@pytest.fixture
def jar():
    thing = Jar()
    register_payable("jar", thing)
    yield thing
    payables.pop("jar")


def make_holder(**changes):
    first, second = (User.objects.create_user(f"{name}@example.org") for name in ("first", "second"))
    shape = {"legal_name": "เครือข่ายสาธิต", "bank_name": "ธนาคารสาธิต", "bank_account": "0000000000", "takes_cards": True}
    shape |= {"promptpay_id": "0801234567", "is_default": True, "is_fictional": True}
    return HolderAccount.objects.create(first_verifier=first, second_verifier=second, **shape | changes)


def make_attempt(holder, *, key="one", gateway="promptpay", parts=(("jar", "jar:one", 500_00),), **changes):
    return begin_attempt(
        key=key,
        gateway=gateway,
        holder=holder,
        parts=list(parts),
        title="Two jars",
        return_path="/en/orders/x/",
        **changes,
    )


@pytest.fixture
def holder(db, jar):
    return make_holder()


@pytest.fixture
def attempt(holder):
    return make_attempt(holder)


def balance(code):
    return Account.objects.get(code=code).balance()


@pytest.fixture(scope="session")
def stripe_process(tmp_path_factory):
    running = RunningSandbox(tmp_path_factory.mktemp("stripe") / "stripe.sqlite3")
    yield running
    running.stop()


@pytest.fixture
def stripe_sandbox(stripe_process, settings):
    """Stripe without a past; our own client speaks with it."""
    stripe_process.control("reset")
    settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRETS = "sk_test_local", [SECRET]
    settings.STRIPE_API_BASE = stripe_process.url
    stripe_gateway.client.cache_clear()
    yield stripe_process
    stripe_gateway.client.cache_clear()
