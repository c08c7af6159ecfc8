"""Signing in: a contact, then the code sent there. Strangers and old friends see the same."""

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, logout
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ..actions.sign_in import let_in, person_at
from ..contacts import read_contact
from ..forms import CodeForm, ContactForm
from ..sign_in_codes import MINUTES, code_sent, forget, send_code, try_code
from ..throttles import may_try

TOO_MANY = 429


@never_cache
def sign_in(request):
    next_url = get_next_redirect_url(request) or ""
    if request.user.is_authenticated:
        return HttpResponseRedirect(next_url or reverse(settings.LOGIN_REDIRECT_URL))
    form = ContactForm(request.POST or None)
    status = None
    if form.is_valid():
        contact = form.cleaned_data["contact"]
        if may_try(request, "code_sent", contact.address):
            send_code(request, contact, next=next_url)
            return redirect("people:sign_in_code")
        form.add_error("contact", _("Too many codes were asked for. Please wait a quarter of an hour."))
        status = TOO_MANY
    context = {"form": form, "next": next_url, "line": bool(settings.LINE_CHANNEL_ID)}
    return render(request, "people/sign_in.html", context, status=status)


@never_cache
@sensitive_post_parameters("code")
def sign_in_code(request):
    sent = code_sent(request)
    if request.user.is_authenticated or sent is None:
        return redirect("account_login")
    if "again" in request.POST:
        return send_again(request, sent)
    if "other" in request.POST:
        forget(request)
        return redirect("account_login")
    form = CodeForm(request.POST or None)
    status = None
    if form.is_valid():
        if not may_try(request, "code_tried", sent.address):
            form.add_error("code", _("Too many wrong codes. Please wait a quarter of an hour."))
            status = TOO_MANY
        elif try_code(request, sent, form.cleaned_data["code"]):
            person = person_at(sent.contact)
            return let_in(request, person, method="code", next=sent.next, **{sent.contact.field: sent.address})
        else:
            form.add_error("code", why_refused(sent))
    return render(request, "people/sign_in_code.html", code_context(form, sent), status=status)


def send_again(request, sent):
    """A fresh code to the same contact, after a pause."""
    if sent.wait:
        messages.info(request, _("You can ask for another code in %(wait)s seconds.") % {"wait": sent.wait})
    elif may_try(request, "code_sent", sent.address):
        send_code(request, sent.contact, next=sent.next)
        messages.success(request, _("A new code is on its way. The old one no longer works."))
    else:
        messages.error(request, _("Too many codes were asked for. Please wait a quarter of an hour."))
    return redirect("people:sign_in_code")


def why_refused(sent):
    if sent.is_open:
        return _("This is not the code. Please look once more.")
    return _("This code no longer works. Ask for a new one below.")


def code_context(form, sent):
    return {"form": form, "sent": sent, "contact": read_contact(sent.contact), "minutes": MINUTES}


@never_cache
def sign_out(request):
    """Whoever takes the phone next finds nothing of hers on it: kept orders, drafts of forms."""
    answer = logout(request)
    if request.method == "POST":
        answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


# Staff who have a password; allauth counts the tries and spends the same time on strangers.
password_sign_in = LoginView.as_view(template_name="people/sign_in_password.html")
