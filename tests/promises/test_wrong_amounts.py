"""Promise 14: money that is not exactly what was asked for fulfils nothing and waits for a person."""

import random

import pytest

from network.ledger.models import Account
from network.outbox.testing import drain
from network.payments.actions import settle, start_attempt
from network.payments.gateways import stripe as gateway
from network.payments.models import PaymentAttempt
from tests.network.payments.conftest import balance, make_attempt, make_holder
from tests.network.payments.test_stripe import ADDRESSES, pay

pytestmark = pytest.mark.django_db
ASKED = 500_00
AMOUNTS = [1, 2, 99, 500, 600, 50_00, 499_00, 499_99, 500_01, 500_99, 501_00, 1000_00, 5000_00, 500_00_00]
AMOUNTS += sorted(random.Random(14).sample([n for n in range(1, 2 * ASKED) if n != ASKED], 16))
CURRENCIES = ["usd", "myr", "idr", "jpy", "eur", "cny", "sgd", "lak", "vnd", "krw"]
MUTATIONS = [{"amount_total": amount} for amount in AMOUNTS]
MUTATIONS += [{"currency": currency} for currency in CURRENCIES]
MUTATIONS += [{"currency": currency, "amount_total": ASKED + n} for n, currency in enumerate(CURRENCIES, 1)]


@pytest.mark.promise(14)
def test_the_corpus_has_its_fifty_mutations():
    assert len({tuple(sorted(mutation.items())) for mutation in MUTATIONS}) == 50


@pytest.mark.promise(14)
@pytest.mark.parametrize("mutation", MUTATIONS, ids=str)
def test_another_amount_or_currency_at_stripe_is_held_for_review(jar, stripe_sandbox, mutation):
    attempt = make_attempt(make_holder(), gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    stripe_sandbox.control("objects/change", id=attempt.provider_ref, set=mutation)
    for _ in range(2):
        settle(attempt)
        drain()

    assert attempt.status == PaymentAttempt.Status.NEEDS_REVIEW
    assert (jar.fulfilled, jar.released) == ([], [])
    assert not Account.objects.filter(code="payable:jar").exists()
    if "currency" not in mutation:
        assert balance(f"received:{attempt.public_id}") == mutation["amount_total"]
    else:  # never booked as if it were baht
        assert not Account.objects.filter(code=f"received:{attempt.public_id}").exists()


@pytest.mark.promise(14)
def test_the_same_payment_unchanged_is_fulfilled(jar, stripe_sandbox):
    attempt = make_attempt(make_holder(), gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    assert gateway.Stripe().look(attempt).amount == ASKED
    settle(attempt)
    drain()

    assert jar.fulfilled == ["jar:one"]
