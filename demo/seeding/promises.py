"""What the past promised is kept while seeding, so that the demo opens with nothing pending."""

from network.outbox.keeping import keep_due


def keep_promises():
    keep_due()
