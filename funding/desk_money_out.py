"""A fund's money out, at the desk: the steward asks, a member hands in what she has paid, the steward judges it."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.desk.access import desk_view
from network.payments.exceptions import PayoutError
from network.payments.forms import RefusalForm
from network.shell.slow_down import uploads_slowly

from .actions import accept_expense, ask_fund_payout, hand_in_expense, refuse_expense
from .exceptions import ExpenseClosed
from .forms import ExpenseForm, FundPayoutForm
from .models import Expense, Fund

SHOWN = 50


@never_cache
@desk_view()
def new_payout(request, slug):
    """The steward asks for a payment; another person approves it."""
    fund = get_object_or_404(Fund.objects.managed_by(request.user).select_related("holder"), slug=slug)
    form = FundPayoutForm(request.POST or None)
    if form.is_valid():
        wanted = {name: form.cleaned_data[name] for name in ("amount", "purpose", "resolution", "key")}
        try:
            payout = ask_fund_payout(fund, payee=form.payee, by=request.user, **wanted)
        except PayoutError as error:
            form.add_error("amount", error.text)
        else:
            messages.success(request, _("Asked for. Another person must approve it before it is transferred."))
            return redirect("payments_desk:payout", payout.public_id)
    context = {"fund": fund, "form": form, "balance": fund.available.available()}
    return render(request, "funding/desk_new_payout.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@desk_view()
def expenses(request):
    """One's own, and those that wait for this steward."""
    mine = Expense.objects.filter(by=request.user).select_related("payout", "fund").prefetch_related("fund__texts")
    waiting = Expense.objects.managed_by(request.user).waiting().select_related("by")
    context = {"mine": mine[:SHOWN], "waiting": waiting[:SHOWN], "may_hand_in": request.organisation is not None}
    return render(request, "funding/desk_expenses.html", context)


@never_cache
@desk_view(organisation=True)
@uploads_slowly
def new_expense(request):
    """Photograph the receipt, say what it was for, and where the money is to go."""
    form = ExpenseForm(request.POST or None, request.FILES or None, initial=last_payee(request.user))
    if form.is_valid():
        wanted = {name: form.cleaned_data[name] for name in ("fund", "amount", "purpose", "picture", "key")}
        hand_in_expense(payee=form.payee, by=request.user, organisation=request.organisation, **wanted)
        messages.success(request, _("Handed in. The fund's steward looks at it."))
        return redirect("funding_desk:expenses")
    return render(request, "funding/desk_new_expense.html", {"form": form}, status=422 if form.errors else 200)


def last_payee(user):
    """The account she named last time, so that she need not write it again."""
    last = Expense.objects.filter(by=user).first()
    return last.payee if last else {}


@never_cache
@desk_view()
def expense(request, public_id):
    """The receipt beside amount and purpose: pay it back, or not."""
    expense = get_object_or_404(
        Expense.objects.managed_by(request.user).select_related("fund__holder", "by", "payout", "organisation"),
        public_id=public_id,
    )
    form = RefusalForm(request.POST if request.POST.get("verdict") == "refuse" else None)
    if request.method == "POST" and judge(request, expense, form):
        return redirect("funding_desk:expenses")
    context = {"expense": expense, "form": form, "needs_second": expense.fund.needs_second(expense.amount)}
    return render(request, "funding/desk_expense.html", context, status=422 if form.errors else 200)


def judge(request, expense, form):
    """Do what the steward pressed; False when the form must be filled in again."""
    try:
        if request.POST.get("verdict") == "accept":
            accept_expense(expense, by=request.user)
            messages.success(request, _("Accepted. It stands among the payouts now."))
        elif not form.is_valid():
            return False
        else:
            refuse_expense(expense, by=request.user, **form.cleaned_data)
            messages.success(request, _("Not accepted. Who handed it in is told why."))
    except (PayoutError, ExpenseClosed) as error:
        messages.error(request, error.text)
    return True


@require_safe
@never_cache
@desk_view()
def expense_picture(request, public_id):
    seen = Expense.objects.managed_by(request.user) | Expense.objects.filter(by=request.user)
    expense = get_object_or_404(seen.distinct(), public_id=public_id)
    return FileResponse(
        expense.picture.open("rb"), content_type="image/jpeg", headers={"Cache-Control": "private, no-store"}
    )
