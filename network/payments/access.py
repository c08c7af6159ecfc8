"""Whose slips, refunds and payouts a person may see: a fund's its steward's, everything else the treasurer's."""

from django.db.models import Q

from network.organisations.access import has_role
from network.organisations.models import Organisation

from .models import Payout, PayoutAccount, Refund, Slip
from .payouts import judged_by


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


def sends_for(user):
    """A condition on Payout: those whose holder's bank account this person answers for."""
    own, treasurer = attempts_judged_by(user)
    mine = Q(holder__organisation__in=own)
    return mine | Q(holder__organisation=None) if treasurer else mine


def payouts_for(user):
    """Payouts this person may see: to send, to approve, or asked for by herself."""
    return Payout.objects.filter(sends_for(user) | Q(asked_by=user) | judged_by(user))


def payouts_to_judge(user):
    """Those that wait for this person's approval."""
    own = Q(asked_by=user) | Q(beneficiary=user) | Q(first_approver=user)
    return Payout.objects.waiting().filter(judged_by(user)).exclude(own)


def may_send(user, payout):
    """Whether this person may record that it has left the bank."""
    return Payout.objects.filter(sends_for(user), pk=payout.pk).exists()


def payout_accounts_for(user):
    """Those that wait for this person's check: the network's treasurers compare them with the bank book."""
    waiting = PayoutAccount.objects.waiting().exclude(entered_by=user)
    return waiting if has_role(user, "treasurer") else waiting.none()
