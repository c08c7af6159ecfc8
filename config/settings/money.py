"""Payment providers' keys, from the environment only. Without keys a gateway is not offered."""

from .environment import env

STRIPE_SECRET_KEY = env("STRIPE_SECRET_KEY", default="")
STRIPE_WEBHOOK_SECRETS = env.list("STRIPE_WEBHOOK_SECRETS", default=[])
# Only obeyed together with an sk_test_ key: it points the unmodified client at the local sandbox.
STRIPE_API_BASE = env("STRIPE_API_BASE", default="")

# How many days after a seller's goods were handed over her money may be paid out: time for a return.
PAYABLE_AFTER_DAYS = env.int("PAYABLE_AFTER_DAYS", default=7)
