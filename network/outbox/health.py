"""How the outbox is, for readyz, the doctor and the desk."""

from django.db.models import Min

from network.clock import now

from .models import Promise


def outbox_facts():
    """Promises waiting beyond their time, for how long at most (seconds), retried and given up."""
    at = now()
    late = Promise.objects.due(at)
    oldest = late.aggregate(oldest=Min("due"))["oldest"]
    return {
        "late": late.count(),
        "oldest_seconds": (at - oldest).total_seconds() if oldest else 0.0,
        "retrying": Promise.objects.retrying().count(),
        "dead": Promise.objects.dead().count(),
    }
