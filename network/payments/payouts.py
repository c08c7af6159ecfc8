"""What money can be taken out of. Rooms above register their kinds; payments never learn what a sale or a fund is."""

from typing import Protocol

from django.db.models import Q

from .models import Payout


class PayoutSource(Protocol):
    """How a room takes part in a payout of its kind."""

    entry_kind: str  # under which the books tell of it

    def account(self, payout):
        """The limited ledger account that the payout drains."""

    def judged_by(self, user):
        """A condition on Payout: what this person may approve or refuse of this kind; her own asking is seen to elsewhere."""

    def tell(self, payout):
        """It was sent or refused: promise word to whom it concerns. Runs inside a promise."""


sources: dict[str, PayoutSource] = {}


def register_source(kind, source):
    sources[kind] = source


def source_of(payout):
    return sources[payout.kind]


def judged_by(user):
    """A condition on Payout: what this person may approve or refuse, of any kind."""
    condition = Q(pk__in=[])
    for kind, source in sources.items():
        condition |= Q(kind=kind) & source.judged_by(user)
    return condition


def trusts(user, payout):
    return Payout.objects.filter(judged_by(user), pk=payout.pk).exists()
