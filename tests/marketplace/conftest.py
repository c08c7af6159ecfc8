"""A shop with money's account open, and Stripe as the sandbox plays it."""

import pytest

from network.payments.gateways import stripe as stripe_gateway
from tests.marketplace.buying import create_holder
from tests.network.payments.sandbox.running import SECRET, RunningSandbox


@pytest.fixture
def holder(db):
    return create_holder()


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
