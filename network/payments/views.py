"""A payer's side of a payment, by an unguessable token; and the webhook."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from django_ratelimit.decorators import ratelimit

from network.shell.slow_down import unguessable
from network.words.dates import thai_datetime
from network.words.money import format_money

from .actions import cancel_attempt, hand_in_slip, name_payee, receive_event, settle, start_attempt
from .exceptions import BadSignature, BodyTooLarge, PaymentError, ProviderUnreachable
from .forms import PayeeForm, SlipForm
from .gateways import gateway_of
from .models import PaymentAttempt, Refund
from .qr_picture import HEIGHT, WIDTH, qr_picture
from .registry import described


def attempt_by(token):
    return get_object_or_404(PaymentAttempt.objects.select_related("holder"), token=token)


@never_cache
@ratelimit(key="ip", rate="60/m", method="POST", block=True)
@unguessable
def attempt(request, token):
    """Pay, hand in the slip, or see how the payment stands."""
    attempt = attempt_by(token)
    form = SlipForm(request.POST or None, request.FILES or None) if gateway_of(attempt).by_slip else None
    if request.method == "POST" and form and form.is_valid():
        try:
            hand_in_slip(attempt, picture=form.cleaned_data["picture"], trans_ref=form.trans_ref)
        except PaymentError as error:
            form.add_error("picture", str(error.text))
        else:
            messages.success(request, _("Thank you. Your slip is in; we tell you as soon as someone has checked it."))
            return redirect(attempt)
    return render(request, "payments/attempt.html", page_of(attempt, form), status=422 if form and form.errors else 200)


def page_of(attempt, form=None):
    return {
        "attempt": attempt,
        "gateway": gateway_of(attempt),
        "form": form,
        "parts": described(attempt.parts.all(), attempt.language),
        "payment": promptpay_panel(attempt),
        "rows": transfer_rows(attempt),
        "slip": attempt.slips.order_by("-pk").first(),
        "refunds": Refund.objects.filter(part__attempt=attempt).order_by("pk"),
    }


def promptpay_panel(attempt):
    """What the PromptPay panel shows; amounts in satang, and once as the bank app wants it typed."""
    return {
        "qr_url": reverse("pay:qr", args=[attempt.token]),
        "qr_height": round(640 * HEIGHT / WIDTH),
        "amount_satang": attempt.amount,
        "amount_plain": plain_amount(attempt),
        "holder": attempt.holder.legal_name,
        "account": attempt.holder.biller_id or attempt.holder.promptpay_id,
        "reference": attempt.public_id,
        "expires_at": attempt.expires_at,
    }


def plain_amount(attempt):
    """As a bank's app takes it: digits and a point."""
    return f"{attempt.amount // 100}.{attempt.amount % 100:02d}"


def transfer_rows(attempt):
    """What a payer types into her bank's app."""
    holder, amount = attempt.holder, format_money(attempt.amount, get_language())
    return [
        {"label": _("Account holder"), "value": holder.legal_name},
        {"label": _("Bank"), "value": _(holder.bank_name)},
        {"label": _("Account number"), "value": holder.bank_account, "copied": holder.bank_account},
        {"label": _("Amount"), "value": amount, "copied": plain_amount(attempt), "total": True},
        {"label": _("Note for the transfer"), "value": attempt.public_id, "copied": attempt.public_id},
        {"label": _("Pay before"), "value": thai_datetime(attempt.expires_at, get_language())},
    ]


@never_cache
@require_POST
@ratelimit(key="ip", rate="30/m", block=True)
@unguessable
def start(request, token):
    """Send the payer to the provider; on a second try too."""
    attempt = attempt_by(token)
    try:
        return redirect(start_attempt(attempt, **provider_addresses(request, attempt)))
    except ProviderUnreachable as error:
        messages.error(request, error.text)
        return redirect(attempt)


def provider_addresses(request, attempt):
    """Where a provider sends the payer back to."""
    with override(attempt.language):  # the same from every window: a repeated call must repeat every word
        return {
            "return_url": request.build_absolute_uri(reverse("pay:returned", args=[attempt.token])),
            "cancel_url": request.build_absolute_uri(attempt.get_absolute_url()),
        }


@require_safe
@never_cache
@ratelimit(key="ip", rate="60/m", block=True)
@unguessable
def returned(request, token):
    """The payer comes back from the provider: look, and go on to what was bought."""
    attempt = attempt_by(token)
    try:
        settle(attempt)
    except ProviderUnreachable as error:
        messages.info(request, error.text)
    return redirect(attempt.return_path if attempt.has_money else attempt)


@never_cache
@require_POST
@unguessable
def cancel(request, token):
    attempt = attempt_by(token)
    try:
        cancel_attempt(attempt)
    except PaymentError as error:
        messages.error(request, error.text)
        return redirect(attempt)
    messages.success(request, _("The payment was cancelled. Nothing was charged."))
    return redirect(attempt.return_path)


@require_safe
@never_cache
@unguessable
def qr(request, token):
    """The QR code as a picture to save: amount, holder, reference and expiry are drawn in."""
    attempt = attempt_by(token)
    if attempt.gateway != "promptpay" or not attempt.is_open:
        return HttpResponse(status=410)
    answer = HttpResponse(qr_picture(attempt, gateway_of(attempt).payload(attempt)), content_type="image/png")
    disposition = "attachment" if "download" in request.GET else "inline"
    answer["Content-Disposition"] = f'{disposition}; filename="promptpay-{attempt.public_id}.png"'
    return answer


@never_cache
@ratelimit(key="ip", rate="20/m", method="POST", block=True)
@unguessable
def refund_account(request, token, refund):
    """The payer says where a refund by hand should go."""
    attempt = attempt_by(token)
    refund = get_object_or_404(Refund, public_id=refund, part__attempt=attempt, status=Refund.Status.NEEDS_ACCOUNT)
    form = PayeeForm(request.POST or None)
    if form.is_valid():
        name_payee(refund, **form.cleaned_data)
        messages.success(request, _("Thank you. The treasurer transfers the money and tells you."))
        return redirect(attempt)
    return render(request, "payments/refund_account.html", {"attempt": attempt, "refund": refund, "form": form})


@csrf_exempt
@require_POST
def stripe_webhook(request):
    """Keep a signed message and answer at once; the looking is promised."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > 256 * 1024:
        return HttpResponse(status=413)
    try:
        receive_event(request.body, request.headers.get("Stripe-Signature", ""))
    except BodyTooLarge:
        return HttpResponse(status=413)
    except BadSignature as error:
        return HttpResponse(f"refused: {error}", status=400, content_type="text/plain")
    return HttpResponse(status=200)
