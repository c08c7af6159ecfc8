"""Whose slips and refunds a person may see: a fund's its steward's, everything else the treasurer's."""

from network.organisations.access import has_role
from network.organisations.models import Organisation

from .models import Refund, Slip


def attempts_judged_by(user):
    """A condition on `attempt__…`: the network's own holder for treasurers, one's own organisations' for stewards."""
    own = Organisation.objects.managed_by(user)
    return own, has_role(user, "treasurer")


def slips_for(user):
    """Slips this person may judge."""
    own, treasurer = attempts_judged_by(user)
    mine = Slip.objects.filter(attempt__holder__organisation__in=own)
    return (mine | Slip.objects.filter(attempt__holder__organisation=None)).distinct() if treasurer else mine.distinct()


def refunds_for(user):
    """Refunds by hand this person may send."""
    own, treasurer = attempts_judged_by(user)
    mine = Refund.objects.filter(part__attempt__holder__organisation__in=own)
    return (
        (mine | Refund.objects.filter(part__attempt__holder__organisation=None)).distinct()
        if treasurer
        else mine.distinct()
    )
