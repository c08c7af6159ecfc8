"""How a pledge is paid for."""

from django.utils.translation import gettext, override

from network.payments.actions import bear_fee
from network.payments.registry import register_payable

from .actions import capture_pledge, lapse_pledge, return_pledge
from .models import Pledge


def pledge_of(part):
    return Pledge.objects.select_related("fund__holder").get(public_id=part.ref.removeprefix("pledge:"))


class PledgePayable:
    """A pledge holds nothing scarce: it can always be fulfilled, however late."""

    def fulfil(self, part, *, paid_from, at):
        pledge = capture_pledge(pledge_of(part), paid_from=paid_from, at=at)
        bear_fee(part, account=pledge.fund.available, at=at)

    def extend(self, part, *, until):
        """Nothing is held."""

    def release(self, part):
        lapse_pledge(pledge_of(part))

    def unwind(self, part, *, amount, refund_key, at):
        return return_pledge(pledge_of(part), amount=amount, key=refund_key, at=at)

    def describe(self, refs, language):
        pledges = Pledge.objects.filter(public_id__in=[ref.removeprefix("pledge:") for ref in refs])
        with override(language):
            return {
                pledge.ref: gettext("Pledge to %(fund)s") % {"fund": pledge.fund}
                for pledge in pledges.select_related("fund").prefetch_related("fund__texts")
            }

    def judges(self, part):
        return pledge_of(part).fund.holder.organisation


register_payable("pledge", PledgePayable())
