"""Money out, at the desk: approve, transfer in the bank's app, write down its reference; and the accounts it goes to."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.desk.access import desk_view
from network.people.views.proof import recent_sign_in_required
from network.shell.slow_down import uploads_slowly

from .access import may_send, payout_accounts_for, payouts_for
from .actions import (
    approve_payout,
    check_payout_account,
    enter_payout_account,
    record_payout,
    refuse_payout,
    refuse_payout_account,
)
from .exceptions import PayoutError
from .forms import PayeeAccountForm, RecordPayoutForm, RefusalForm
from .models import Payout, PayoutAccount
from .payouts import trusts

SHOWN = 100
LATELY = 20


@require_safe
@never_cache
@desk_view()
def payouts(request):
    """What waits for an approval, what is to be transferred, and what was done lately."""
    mine = payouts_for(request.user).select_related("asked_by")
    context = {
        "waiting": mine.waiting()[:SHOWN],
        "to_send": mine.to_send()[:SHOWN],
        "over": mine.over()[:LATELY],
        "accounts": payout_accounts_for(request.user)
        .select_related("organisation")
        .prefetch_related("organisation__texts")[:SHOWN],
    }
    return render(request, "payments/payouts.html", context)


@never_cache
@desk_view()
@uploads_slowly
def payout(request, public_id):
    """One payout with its next step, for whoever may take it."""
    people = "asked_by", "first_approver", "second_approver", "refused_by", "sent_by", "holder"
    payout = get_object_or_404(payouts_for(request.user).select_related(*people), public_id=public_id)
    verdict = request.POST.get("verdict")
    forms = {
        "refusal": RefusalForm(request.POST if verdict == "refuse" else None),
        "transfer": RecordPayoutForm(*((request.POST, request.FILES) if verdict == "sent" else ())),
    }
    if request.method == "POST" and take_step(request, payout, verdict, forms):
        return redirect("payments_desk:payout", payout.public_id)
    status = 422 if any(form.errors for form in forms.values()) else 200
    context = {"payout": payout, "deeds": deeds_of(payout), **forms, **steps(request, payout)}
    return render(request, "payments/payout.html", context, status=status)


def deeds_of(payout):
    """[(what, who, when)] so far."""
    deeds = [
        (_("Asked for by"), payout.asked_by, payout.asked_at),
        (_("Approved by"), payout.first_approver, payout.first_approved_at),
        (_("Approved as well by"), payout.second_approver, payout.second_approved_at),
        (_("Refused by"), payout.refused_by, payout.ended_at),
        (_("Transferred by"), payout.sent_by, payout.ended_at),
    ]
    return [deed for deed in deeds if deed[1]]


def steps(request, payout):
    """What this person may do with it now."""
    user, asked = request.user, payout.state == Payout.State.ASKED
    trusted = trusts(user, payout)
    own = user.pk in {payout.asked_by_id, payout.beneficiary_id}
    still_open = asked or payout.state == Payout.State.APPROVED
    return {
        "may_approve": asked and trusted and not own and user not in payout.approvers,
        "may_refuse": still_open and trusted and not own,
        "may_take_back": still_open and user.pk == payout.asked_by_id,
        "may_record": payout.state == Payout.State.APPROVED and may_send(user, payout),
    }


def take_step(request, payout, verdict, forms):
    """Do what was pressed; False when a form must be filled in again."""
    try:
        match verdict:
            case "approve":
                approve_payout(payout, by=request.user)
                messages.success(request, _("Approved."))
            case "take_back":
                refuse_payout(payout, by=request.user)
                messages.success(request, _("Taken back. The money is free again."))
            case "refuse":
                if not forms["refusal"].is_valid():
                    return False
                refuse_payout(payout, by=request.user, **forms["refusal"].cleaned_data)
                messages.success(request, _("Not approved. The money is free again."))
            case "sent":
                if not (may_send(request.user, payout) and forms["transfer"].is_valid()):
                    return False
                record_payout(payout, by=request.user, **forms["transfer"].cleaned_data)
                messages.success(request, _("Written down. The payee is told."))
    except PayoutError as error:
        messages.error(request, error.text)
    return True


@require_safe
@never_cache
@desk_view()
def payout_picture(request, public_id):
    payout = get_object_or_404(payouts_for(request.user).exclude(picture=""), public_id=public_id)
    return FileResponse(
        payout.picture.open("rb"), content_type="image/jpeg", headers={"Cache-Control": "private, no-store"}
    )


@never_cache
@desk_view("treasurer")
def payout_account(request, public_id):
    """Compare it with the bank book: right, or not."""
    account = get_object_or_404(PayoutAccount.objects.select_related("organisation", "entered_by"), public_id=public_id)
    form = RefusalForm(request.POST if request.POST.get("verdict") == "refuse" else None)
    if request.method == "POST" and judge_account(request, account, form):
        return redirect("payments_desk:payouts")
    before = PayoutAccount.objects.checked().filter(organisation=account.organisation).exclude(pk=account.pk).first()
    context = {"account": account, "before": before, "form": form}
    return render(request, "payments/payout_account.html", context, status=422 if form.errors else 200)


def judge_account(request, account, form):
    try:
        if request.POST.get("verdict") == "check":
            check_payout_account(account, by=request.user)
            messages.success(request, _("Checked. Payouts go to this account from now on."))
        elif not form.is_valid():
            return False
        else:
            refuse_payout_account(account, by=request.user, **form.cleaned_data)
            messages.success(request, _("Not accepted. The organisation is told why."))
    except PayoutError as error:
        messages.error(request, error.text)
    return True


@require_safe
@never_cache
@desk_view(organisation=True)
def own_account(request):
    """Where this organisation's money goes."""
    standing = PayoutAccount.objects.standing().filter(organisation=request.organisation)
    context = {"current": standing.checked().first(), "waiting": standing.waiting().first()}
    return render(request, "payments/own_account.html", context)


@never_cache
@desk_view(organisation=True)
@recent_sign_in_required
def new_account(request):
    """Another one, named by somebody who has just shown who she is; a treasurer checks it before anything is sent there."""
    form = PayeeAccountForm(request.POST or None)
    if form.is_valid():
        payee = form.cleaned_data
        enter_payout_account(
            request.organisation,
            name=payee["payee_name"],
            bank=payee["payee_bank"],
            account=payee["payee_account"],
            by=request.user,
        )
        messages.success(request, _("Noted. A treasurer compares it with the bank book before anything is sent there."))
        return redirect("payments_desk:own_account")
    return render(request, "payments/own_account_new.html", {"form": form}, status=422 if form.errors else 200)
