"""What the promises about payments need: the payable thing of the payments' own tests."""

from tests.network.payments.conftest import jar, stripe_process, stripe_sandbox

__all__ = ["jar", "stripe_process", "stripe_sandbox"]
