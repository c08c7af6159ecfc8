"""The treasurer's side: to whom what is due today, and asking that it be paid."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from network.desk.access import desk_view
from network.organisations.models import Organisation
from network.payments.models import PayoutAccount

from .actions import ask_seller_payouts
from .due import due_to_each

SHOWN = 100


@never_cache
@desk_view("treasurer")
def sellers(request):
    """Every seller to whom something is due; those ticked are asked for at once."""
    if request.method == "POST":
        return ask(request)
    sellers = Organisation.objects.filter(seller__isnull=False).with_texts().order_by("slug")[:SHOWN]
    accounts = PayoutAccount.objects.checked().filter(organisation__in=list(sellers))
    with_account = set(accounts.values_list("organisation", flat=True))
    dues = [due for due in due_to_each(list(sellers)) if due.now or due.asked or due.later]
    context = {
        "payable": [due for due in dues if due.now and due.organisation.pk in with_account],
        "without_account": [due for due in dues if due.now and due.organisation.pk not in with_account],
        "later": [due for due in dues if not due.now],
        "key": uuid.uuid4(),
    }
    return render(request, "consignments/desk_sellers.html", context)


def ask(request):
    """The key of the form makes a double click ask once."""
    ticked = Organisation.objects.filter(public_id__in=request.POST.getlist("seller"), seller__isnull=False)
    key = f"owed:{request.POST.get('key', '')[:40] or uuid.uuid4()}"
    asked = ask_seller_payouts(list(ticked), by=request.user, key=key) if ticked else []
    if not asked:
        messages.info(request, _("Nothing was asked for: choose a seller to whom something is due."))
        return redirect("desk_money:sellers")
    words = ngettext(
        "%(count)d payout asked for. Another treasurer approves it.",
        "%(count)d payouts asked for. Another treasurer approves them.",
        len(asked),
    )
    messages.success(request, words % {"count": len(asked)})
    return redirect("payments_desk:payouts")
