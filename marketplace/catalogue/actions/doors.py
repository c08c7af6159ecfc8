"""Who may do something with a listing: its seller's people and delegates, or the network's reviewers."""

from network.organisations.access import has_role
from network.organisations.actions.delegates import log_deed
from network.organisations.models import Organisation

from ..exceptions import NotYours, WrongState

REVIEWERS = ["reviewer", "admin"]


def require_seller(seller, user):
    """Raises NotYours unless the person acts for that seller's organisation."""
    if not Organisation.objects.managed_by(user).filter(pk=seller.organisation_id).exists():
        raise NotYours


def require_reviewer(user):
    """Raises NotYours unless the person reviews for the network."""
    if not has_role(user, *REVIEWERS):
        raise NotYours


def require_state(listing, *states):
    """Raises WrongState, judged by the database's row and not by a stale copy."""
    listing.refresh_from_db(fields=["state"])
    if listing.state not in states:
        raise WrongState(listing)


def note_deed(listing, user, deed, *, at=None):
    """What a delegate did is shown to the people she did it for."""
    log_deed(user, listing.owner.organisation, str(deed), ref=listing.ref, at=at)
