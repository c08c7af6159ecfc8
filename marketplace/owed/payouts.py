"""Sellers' money out: asked and approved by treasurers, told to everybody who acts for the seller."""

from django.db.models import Q
from django.urls import reverse

from marketplace.consignments.accounts import payable_to
from network.organisations.access import has_role, people_of
from network.organisations.models import Organisation
from network.payments.news import tell_payee
from network.payments.payouts import register_source

from .actions import KIND

NOBODY, EVERY = Q(pk__in=[]), Q()


class SellerPayouts:
    entry_kind = "payout"

    def account(self, payout):
        return payable_to(seller_of(payout))

    def judged_by(self, user):
        return EVERY if has_role(user, "treasurer") else NOBODY

    def tell(self, payout):
        """Of one that was refused the seller hears nothing: the treasurers ask for another."""
        if payout.state == payout.State.SENT:
            tell_payee(people_of(seller_of(payout)), payout, "payout_sent", reverse("desk_money:money"))


def seller_of(payout):
    return Organisation.objects.get(public_id=payout.ref.removeprefix("organisation:"))


register_source(KIND, SellerPayouts())
