"""Complaints about listings."""

from network.clock import now

from ..models import ListingReport
from .doors import require_reviewer


def report_listing(listing, *, reason, words="", contact="", by=None, at=None):
    """Write down what a reader finds wrong; nothing else happens until a reviewer has looked."""
    person = by if by is not None and by.is_authenticated else None
    return ListingReport.objects.create(
        listing=listing, reason=reason, words=words, contact=contact, by=person, at=at or now()
    )


def handle_report(report, *, by, at=None):
    """Close a report, once. Raises NotYours."""
    require_reviewer(by)
    ListingReport.objects.filter(pk=report.pk, handled_at=None).update(handled_by=by, handled_at=at or now())
    report.refresh_from_db()
    return report
