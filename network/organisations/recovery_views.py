"""Coming back, for her who has lost her phone: a new contact, whom she means, and the page that she shows to two people."""

from functools import wraps

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from network.clock import now
from network.people.actions.contacts import ContactTaken
from network.people.actions.sign_in import let_in
from network.people.forms import CodeForm, ContactForm
from network.people.second_factor import has_second_factor
from network.people.sign_in_codes import code_sent, forget, send_code, try_code
from network.people.throttles import may_try
from network.people.views.sign_in import TOO_MANY, code_context, why_refused
from network.shell.qr import qr_svg
from network.shell.slow_down import slow_down

from .actions.recovery import RecoveryEnded, ask_to_come_back, come_back, stop_recovery
from .models import Recovery
from .recovery import person_with_contact
from .recovery_forms import WhoForm
from .recovery_proof import forget_proof, proved_contact, proved_since, remember_proof

PURPOSE = "back"


@never_cache
def ask(request):
    """The first page: what will happen, and a contact at which she can be reached now."""
    form = ContactForm(request.POST or None)
    status = 422 if form.errors else 200
    if form.is_valid():
        contact = form.cleaned_data["contact"]
        if may_try(request, "code_sent", contact.address):
            forget_proof(request)
            send_code(request, contact, purpose=PURPOSE)
            return redirect("recovery:code")
        form.add_error("contact", _("Too many codes were asked for. Please wait a quarter of an hour."))
        status = TOO_MANY
    return render(request, "organisations/recovery_ask.html", {"form": form}, status=status)


@never_cache
@sensitive_post_parameters("code")
def code(request):
    sent = code_sent(request, PURPOSE)
    if sent is None or "other" in request.POST:
        forget(request, PURPOSE)
        return redirect("recovery:ask")
    form = CodeForm(request.POST or None)
    status = 422 if form.errors else 200
    if form.is_valid():
        if not may_try(request, "code_tried", sent.address):
            form.add_error("code", _("Too many wrong codes. Please wait a quarter of an hour."))
            status = TOO_MANY
        elif try_code(request, sent, form.cleaned_data["code"]):
            remember_proof(request, sent.contact)
            return redirect("recovery:mine")
        else:
            form.add_error("code", why_refused(sent))
            status = 422
    context = code_context(form, sent) | {"label": _("Go on")}
    return render(request, "people/new_contact_code.html", context, status=status)


def proof_needed(view):
    """Only for a browser that has proved a new contact within the hour; it is handed on as `request.contact`."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        request.contact = proved_contact(request)
        return view(request, *args, **kwargs) if request.contact else redirect("recovery:ask")

    return never_cache(guarded)


@proof_needed
def who(request):
    """Whom she means. Who has proved a contact that opens an account is told so: she could sign in with it."""
    if Recovery.objects.asked_from(request.contact).open(now()).exists():
        return redirect("recovery:mine")
    holder = person_with_contact(request.contact)
    if holder:
        return of_the_holder(request, holder)
    form = WhoForm(request.POST or None)
    status = 422 if form.errors else 200
    if form.is_valid():
        if may_try(request, "recovery_asked", form.meant):
            begin(request, form.person())
            return redirect("recovery:mine")
        form.add_error(None, _("That was tried too often. Please wait until tomorrow."))
        status = TOO_MANY
    return render(request, "organisations/recovery_who.html", {"form": form}, status=status)


def of_the_holder(request, holder):
    """The contact is not lost; the app of the second step may be."""
    lost_app = has_second_factor(holder)
    if request.method == "POST" and lost_app:
        if not may_try(request, "recovery_asked", request.contact.address):
            return slow_down(request)
        begin(request, holder)
        return redirect("recovery:mine")
    return render(request, "organisations/recovery_holder.html", {"lost_app": lost_app})


def begin(request, person):
    ask_to_come_back(request.contact, user=person, ip=get_adapter().get_client_ip(request))


@proof_needed
def mine(request):
    """What she shows to two people; later, the way in."""
    recovery = Recovery.objects.asked_from(request.contact).select_related("user").first()
    if recovery is None:
        return redirect("recovery:who")
    if request.method == "POST":
        return answer(request, recovery)
    address = request.build_absolute_uri(reverse("recovery:vouch", args=[recovery.token]))
    context = {
        "recovery": recovery,
        "state": recovery.state(now()),
        "fresh": bool(recovery.opens_at) and proved_since(request, recovery.opens_at),
        "address": address,
        "qr": qr_svg(address),
    }
    return render(request, "organisations/recovery_mine.html", context)


def answer(request, recovery):
    if "withdraw" in request.POST:
        stop_recovery(recovery, ip=get_adapter().get_client_ip(request))
        return redirect("recovery:who")
    if not recovery.opens_at or not proved_since(request, recovery.opens_at):
        return redirect("recovery:ask")
    try:
        person = come_back(recovery, ip=get_adapter().get_client_ip(request))
    except RecoveryEnded:
        return redirect("recovery:mine")
    except ContactTaken:
        messages.error(request, _("This contact belongs to another account by now. Begin again with another one."))
        return redirect("recovery:mine")
    forget_proof(request)
    messages.success(request, _("You are back. All other devices were signed out."))
    return let_in(request, person, method="recovery")
