"""An invitation opened by whoever has its link: who asks, for what, and one tap by the one who was asked."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from network.people.actions.sign_in import let_in, person_at
from network.people.contacts import contact_at, veil_contact
from network.people.forms import CodeForm
from network.people.models import User
from network.people.sign_in_codes import MINUTES, code_sent, send_code, try_code
from network.people.throttles import may_try
from network.people.views.passes import unseen
from network.people.views.sign_in import TOO_MANY, why_refused
from network.shell.slow_down import unguessable

from ..access import act_for
from ..actions import accept_invitation
from ..exceptions import HelperCannotOwn, InvitationEnded
from ..invited import look_at_invitation, next_step, note_shown

PURPOSE = "invitation"


def invitation_view(view):
    """A view of an open invitation: `view(request, invitation, token)`. What has ended says why, and what to do."""

    @never_cache
    @unguessable
    @wraps(view)
    def found(request, token):
        try:
            return unseen(view(request, look_at_invitation(token), token))
        except InvitationEnded as ended:
            return unseen(show_ended(request, ended))

    return found


def show_ended(request, ended):
    """Who accepted it herself is led to her workplace."""
    one = ended.invitation
    if one and one.accepted_by_id and one.accepted_by == request.user:
        return go_in(request, one.organisation)
    status = 404 if ended.reason == "unknown" else 410
    return render(request, "organisations/invitation_over.html", {"reason": ended.reason}, status=status)


def go_in(request, organisation):
    try:
        act_for(request, organisation)
    except PermissionError:  # she has left it since
        return redirect("me:index")
    return redirect("desk:steps")


@invitation_view
def invitation(request, invitation, token):
    """Looking changes nothing: chat programs fetch every link they show."""
    step = next_step(request, invitation)
    if request.method == "POST" and step == "accept":
        return accept(request, invitation)
    if request.method == "POST" and step == "code":
        return ask_for_code(request, invitation, token)
    return show(request, invitation, token, step)


def show(request, invitation, token, step, *, error="", status=None):
    context = {
        "invitation": invitation,
        "organisation": invitation.organisation,
        "step": step,
        "token": token,
        "contact": veil_contact(contact_at(invitation.contact)) if invitation.contact else "",
        "error": error,
    }
    return render(request, "organisations/invitation.html", context, status=status)


def accept(request, invitation):
    try:
        accept_invitation(invitation, by=request.user)
    except HelperCannotOwn:
        return redirect(request.path)
    messages.success(request, _("Welcome! %(name)s is yours to look after now.") % {"name": invitation.organisation})
    return go_in(request, invitation.organisation)


def ask_for_code(request, invitation, token):
    contact = contact_at(invitation.contact)
    if not may_try(request, "code_sent", contact.address):
        error = _("Too many codes were asked for. Please wait a quarter of an hour.")
        return show(request, invitation, token, "code", error=error, status=TOO_MANY)
    send_code(request, contact, next=request.path, purpose=PURPOSE)
    return redirect("organisations:invitation_code", token)


@sensitive_post_parameters("code")
@invitation_view
def invitation_code(request, invitation, token):
    sent = code_sent(request, PURPOSE)
    if sent is None or sent.address != invitation.contact:
        return redirect("organisations:invitation", token)
    form, status = CodeForm(request.POST or None), None
    if form.is_valid():
        if not may_try(request, "code_tried", sent.address):
            form.add_error("code", _("Too many wrong codes. Please wait a quarter of an hour."))
            status = TOO_MANY
        elif try_code(request, sent, form.cleaned_data["code"]):
            return proved(request, invitation, sent.contact, token)
        else:
            form.add_error("code", why_refused(sent))
    context = {"form": form, "contact": veil_contact(sent.contact), "minutes": MINUTES, "token": token}
    return render(request, "organisations/invitation_code.html", context, status=status)


def proved(request, invitation, contact, token):
    """A visitor becomes the person of that contact; who is signed in stays herself and has shown that it is hers too."""
    back = redirect("organisations:invitation", token)
    if request.user.is_authenticated:
        note_shown(request, invitation)
        return back
    person = person_at(contact)
    User.objects.filter(pk=person.pk, first_name="", last_name="").update(first_name=invitation.person_name)
    return let_in(request, person, method="code", next=back.url, **{contact.field: contact.address})
