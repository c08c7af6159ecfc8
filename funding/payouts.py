"""What is paid out of a fund: asked for by its steward or a member, approved by the steward's others or the treasurer."""

from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.urls import reverse

from network.organisations.access import has_role, people_of
from network.organisations.models import Membership, Organisation
from network.payments.news import tell_payee
from network.payments.payouts import register_source

from .actions.money_out import EXPENSE, PAYOUT
from .models import Fund


def refs_stewarded_by(user):
    """Of the funds whose steward this person is a member of, as a part of a query: a delegate approves no money."""
    stewards = Organisation.objects.managed_by(user, roles=Membership.Role.values)
    return Fund.objects.filter(steward__in=stewards).annotate(name=Concat(Value("fund:"), "public_id")).values("name")


class FundPayouts:
    """Money that the steward asks for: another of the steward's people approves it, or a treasurer of the network."""

    entry_kind = "payout"

    def account(self, payout):
        return Fund.objects.get(public_id=payout.ref.removeprefix("fund:")).available

    def judged_by(self, user):
        return Q() if has_role(user, "treasurer") else Q(ref__in=refs_stewarded_by(user))

    def tell(self, payout):
        fund = Fund.objects.select_related("steward").get(public_id=payout.ref.removeprefix("fund:"))
        template = "payout_sent_from_fund" if payout.state == payout.State.SENT else "payout_refused"
        path = reverse("payments_desk:payout", args=[payout.public_id])
        tell_payee(people_of(fund.steward), payout, template, path)


class ExpensePayouts(FundPayouts):
    """Money back to a member: only she hears how it ended."""

    entry_kind = "expense"

    def tell(self, payout):
        template = "payout_sent" if payout.state == payout.State.SENT else "payout_refused"
        tell_payee([payout.beneficiary], payout, template, reverse("funding_desk:expenses"))


register_source(PAYOUT, FundPayouts())
register_source(EXPENSE, ExpensePayouts())
