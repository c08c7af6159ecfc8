import pytest

from tests.network.payments.sandbox.running import SECRET, Receiver, RunningSandbox


@pytest.fixture(scope="session")
def one_process(tmp_path_factory):
    running = RunningSandbox(tmp_path_factory.mktemp("sandbox") / "stripe.sqlite3")
    yield running
    running.stop()


@pytest.fixture
def sandbox(one_process):
    """A sandbox without any past."""
    one_process.control("reset")
    return one_process


@pytest.fixture
def client(sandbox):
    """The unmodified stripe client, speaking with the sandbox."""
    return sandbox.client()


@pytest.fixture
def receiver(sandbox):
    """A shop that receives the sandbox's webhooks."""
    receiver = Receiver()
    sandbox.control("webhooks", url=receiver.url, secrets=[SECRET], retry_base=0.05)
    yield receiver
    sandbox.control("webhooks", url=None)
    receiver.stop()
