"""What the past promised is kept while seeding, so that the demo opens with nothing pending."""

from network.clock import now
from network.outbox.keeping import keep_due
from network.people.actions.digests import evening_of, promise_digests


def keep_promises():
    """What waits for an evening is told as well."""
    keep_due()
    promise_digests(evening_of(now()))
    keep_due()
