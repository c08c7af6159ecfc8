"""A steward's view of the funds she answers for."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from network.desk.access import desk_view

from .models import Fund


@require_safe
@desk_view()
def funds(request):
    """Each fund with what it holds."""
    mine = Fund.objects.managed_by(request.user).prefetch_related("texts")
    return render(request, "funding/desk_funds.html", {"funds": [(fund, fund.balance()) for fund in mine]})


@require_safe
@desk_view()
def fund(request, slug):
    """The pledges of one fund; what the public does not see of a donor, the steward does not see either."""
    fund = get_object_or_404(Fund.objects.managed_by(request.user), slug=slug)
    pledges = fund.pledges.order_by("-made_at")[:100]
    return render(request, "funding/desk_fund.html", {"fund": fund, "pledges": pledges, "balance": fund.balance()})
