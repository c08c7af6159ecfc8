"""Guests prove the contact under which they ordered or gave: a code, as for signing in, but no account is made."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from network.people.forms import CodeForm, ContactForm
from network.people.sign_in_codes import code_sent, forget, send_code, try_code
from network.people.throttles import may_try
from network.people.views.sign_in import TOO_MANY, code_context, why_refused

from ..proof import note_proved

PURPOSE = "own-data"


@never_cache
def prove(request):
    """Known and unknown contacts are answered alike: what stands behind one, only its owner sees."""
    if request.user.is_authenticated:
        return redirect("privacy:index")
    form = ContactForm(request.POST or None, initial={"contact": request.GET.get("contact", "")})
    status = 422 if form.errors else None
    if form.is_valid():
        contact = form.cleaned_data["contact"]
        if may_try(request, "code_sent", contact.address):
            send_code(request, contact, purpose=PURPOSE)
            return redirect("privacy:prove_code")
        form.add_error("contact", _("Too many codes were asked for. Please wait a quarter of an hour."))
        status = TOO_MANY
    return render(request, "privacy/prove.html", {"form": form}, status=status)


@never_cache
@sensitive_post_parameters("code")
def prove_code(request):
    sent = code_sent(request, PURPOSE)
    if sent is None or "other" in request.POST:
        forget(request, PURPOSE)
        return redirect("privacy:prove")
    form = CodeForm(request.POST or None)
    status = 422 if form.errors else None
    if form.is_valid():
        if not may_try(request, "code_tried", sent.address):
            form.add_error("code", _("Too many wrong codes. Please wait a quarter of an hour."))
            status = TOO_MANY
        elif not try_code(request, sent, form.cleaned_data["code"]):
            form.add_error("code", why_refused(sent))
            status = 422
        else:
            note_proved(request, sent.contact)
            return redirect("privacy:index")
    context = code_context(form, sent) | {"label": _("Open my data")}
    return render(request, "people/new_contact_code.html", context, status=status)
