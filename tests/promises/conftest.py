"""What several promises need: the payable thing of the payments' own tests, effects that can be counted."""

from tests.network.payments.conftest import jar, stripe_process, stripe_sandbox
from tests.promises.database_server import server
from tests.promises.effects import effects, quick

__all__ = ["effects", "jar", "quick", "server", "stripe_process", "stripe_sandbox"]
