"""Out of sight and back; what was sold and owed before stays as it is."""

from network.clock import now

from ..models import Suspension


def suspend_organisation(organisation, *, by, reason, at=None):
    """Hide it from the public; the standing suspension if there is one."""
    suspension, _created = Suspension.objects.get_or_create(
        organisation=organisation, lifted_at=None, defaults={"by": by, "reason": reason, "at": at or now()}
    )
    return suspension


def lift_suspension(organisation, *, by, at=None):
    """Show it again. The row is saved, not updated in bulk, so that those who watch it notice."""
    for suspension in Suspension.objects.standing().filter(organisation=organisation):
        suspension.lifted_by, suspension.lifted_at = by, at or now()
        suspension.save(update_fields=["lifted_by", "lifted_at"])
