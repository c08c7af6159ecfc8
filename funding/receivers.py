"""News of the funds, turned into promises."""

from datetime import timedelta

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import override

from network.clock import now
from network.ledger.models import Seal
from network.ledger.signals import heads_published
from network.organisations.access import people_of
from network.outbox.actions import promise
from network.payments.signals import holder_replaced
from network.people.contacts import Contact
from network.people.messages import tell

from .models import Fund
from .signals import pledge_captured, pledge_refunded


@receiver(pledge_captured)
def thank_the_donor(sender, pledge, **kwargs):
    if not pledge.contact:
        return
    with override(pledge.language):
        context = {"fund": str(pledge.fund), "amount": pledge.amount, "path": pledge.get_absolute_url()}
    tell(pledge.contact, "funding/messages/pledge_received", context, pledge.language)


@receiver([pledge_captured, pledge_refunded])
def count_the_pledges(sender, pledge, **kwargs):
    promise("funding.count", {"fund": pledge.fund_id}, key=pledge.fund.ref)


@receiver(holder_replaced)
def receive_into_the_new_account(sender, before, after, **kwargs):
    promise("funding.holder", {"before": before.pk, "after": after.pk}, key=after.ref)


@receiver(heads_published)
def send_heads_to_stewards(sender, heads, **kwargs):
    """A chain could be written anew as a whole, but not in the mails that left the house: each day on which a fund's
    book has grown, its stewards get the newest position and digest by mail."""
    grown = set(Seal.objects.filter(sealed_at__gt=now() - timedelta(days=1)).values_list("book", flat=True))
    newest = {book: f"{position}:{digest}" for book, position, digest in heads if book in grown}
    funds = Fund.objects.public().filter(public_id__in=[book.partition(":")[2] for book in newest])
    for fund in funds.select_related("steward"):
        for person in people_of(fund.steward).exclude(email=None):
            with override(person.language):
                context = {
                    "fund": str(fund),
                    "head": newest[fund.book],
                    "path": reverse("funds:ledger", args=[fund.slug]),
                }
            tell(Contact("email", person.email), "funding/messages/head", context, person.language)
