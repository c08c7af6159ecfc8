"""News of the funds, turned into promises."""

from django.dispatch import receiver
from django.utils.translation import override

from network.outbox.actions import promise
from network.people.messages import tell

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
