"""Invitations at a coordinator's desk: one by one, with a link, a picture to scan and a card to print."""

from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.organisations.access import act_for
from network.organisations.actions import appoint_helper, ask_again, invite_organisation, stand_in, withdraw_invitation
from network.organisations.exceptions import StandInRefused
from network.organisations.forms import HelperForm, InvitationForm
from network.organisations.invitation_links import digest_of, path_of
from network.organisations.models import Invitation
from network.paper import render_pdf
from network.people.channels import is_ready
from network.people.contacts import contact_at, read_contact
from network.people.throttles import may_try
from network.shell.qr import qr_svg, qr_uri
from network.shell.slow_down import slow_down
from network.words.public_ids import is_public_id

from .access import desk_view
from .handing_over import ReachForm, hand_over_to

SHOWN = 100
MOST_CARDS = 100  # a sheet each; drawing them takes a few seconds
State = Invitation.State
TONES = {State.OPEN: "marigold", State.ACCEPTED: "palm", State.EXPIRED: "clay", State.WITHDRAWN: ""}
ICONS = {State.OPEN: "waiting", State.ACCEPTED: "success", State.EXPIRED: "clock", State.WITHDRAWN: "stop"}


class Shown:
    """An invitation as the desk shows it; the address is drawn for those that are open."""

    def __init__(self, invitation, request=None):
        self.invitation, self.request = invitation, request
        self.public_id, self.organisation = invitation.public_id, invitation.organisation
        self.state = invitation.state
        self.words, self.tone, self.icon = self.state.label, TONES[self.state], ICONS[self.state]

    @property
    def is_open(self):
        return self.state == State.OPEN

    @property
    def reach(self):
        """As people write it."""
        one = self.invitation
        return read_contact(contact_at(one.contact)) if one.contact else f"LINE {one.line_id}" if one.line_id else ""

    @property
    def is_told(self):
        """Does a message reach her from here?"""
        return bool(self.invitation.contact) and is_ready(contact_at(self.invitation.contact).channel)

    @property
    def has_link(self):
        """Not where the secret key was changed since: then it is sent once more first."""
        return self.is_open and digest_of(self.invitation) == self.invitation.digest

    @property
    def address(self):
        return self.request.build_absolute_uri(path_of(self.invitation))

    @property
    def qr(self):
        return qr_svg(self.address)

    @property
    def qr_uri(self):
        return qr_uri(self.address)


def coordinator_view(view):
    return never_cache(desk_view("coordinator")(view))


def invitation_view(view):
    """A view of one invitation: `view(request, invitation)`."""

    @coordinator_view
    @wraps(view)
    def found(request, public_id):
        return view(request, get_object_or_404(Invitation.objects.with_organisation(), public_id=public_id))

    return found


@require_safe
@coordinator_view
def invitations(request):
    """Those that are not answered first; the newest first."""
    state = request.GET.get("show")
    state = State(state) if state in State.values else State.OPEN
    chips = [
        {
            "name": one.value,
            "label": one.label,
            "count": Invitation.objects.in_state(one).count(),
            "current": one == state,
        }
        for one in State
    ]
    rows = [Shown(one) for one in listed(request, Invitation.objects.in_state(state))[:SHOWN]]
    context = {"rows": rows, "chips": chips, "state": state, "shown": SHOWN if len(rows) == SHOWN else 0}
    context["list_key"] = request.GET.get("list", "")
    context["parts"] = parts_of(next(chip["count"] for chip in chips if chip["name"] == State.OPEN))
    return render(request, "desk/invitations/list.html", context)


@coordinator_view
def new(request):
    if invitation := Invitation.objects.filter(public_id=request.POST.get("key", "")[:12]).first():
        return redirect("desk_invitations:invitation", invitation.public_id)  # a second press
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        invitation = invite_organisation(by=request.user, **form.asked)
        return redirect("desk_invitations:invitation", invitation.public_id)
    return render(request, "desk/invitations/new.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@invitation_view
def invitation(request, invitation):
    return show_invitation(request, invitation)


def show_invitation(request, invitation, *, reach_form=None, helper_form=None):
    organisation = invitation.organisation
    context = {
        "shown": Shown(invitation, request),
        "helpers": organisation.delegates.standing().select_related("user"),
        "reach_form": reach_form or ReachForm(),
        "helper_form": helper_form or HelperForm(),
        "asks_contact": not invitation.contact,
    }
    is_wrong = any(form and form.errors for form in (reach_form, helper_form))
    return render(request, "desk/invitations/invitation.html", context, status=422 if is_wrong else 200)


@require_POST
@invitation_view
def help_out(request, invitation):
    """List the first goods with her, in one's own name: from here on the desk is hers."""
    try:
        stand_in(invitation.organisation, by=request.user)
    except StandInRefused:
        messages.info(request, _("It has an owner by now. Ask her to let you help."))
        return redirect("desk_invitations:invitation", invitation.public_id)
    act_for(request, invitation.organisation)
    messages.success(request, _("You act for it now. Whatever you do is written down, and she can read it."))
    return redirect("desk:today")


@require_POST
@invitation_view
def helper(request, invitation):
    """Let somebody else list her goods with her."""
    form = HelperForm(request.POST)
    if form.is_valid():
        try:
            delegate = appoint_helper(invitation.organisation, by=request.user, **form.cleaned_data)
        except ValueError:
            form.add_error("contact", _("That is you. Press “I help her myself”."))
        else:
            messages.success(request, _("%(name)s may act for it now.") % {"name": delegate.user})
            return redirect("desk_invitations:invitation", invitation.public_id)
    return show_invitation(request, invitation, helper_form=form)


@require_POST
@invitation_view
def hand_over(request, invitation):
    """She stands beside the coordinator: one picture, and she is in."""
    form = ReachForm(request.POST)
    if not form.is_valid():
        return show_invitation(request, invitation, reach_form=form)
    if not may_try(request, "pass_made"):
        return slow_down(request)

    def refuse(request, form):
        return show_invitation(request, invitation, reach_form=form)

    return hand_over_to(request, invitation.organisation, form, refuse=refuse)


@require_POST
@invitation_view
def again(request, invitation):
    """Thirty days more; one that had ended gets a fresh link."""
    if not ask_again(invitation, by=request.user):
        messages.info(request, _("It was accepted in the meantime."))
    elif Shown(invitation).is_told:
        messages.success(request, _("Sent once more. It holds for thirty days from today."))
    else:
        messages.success(request, _("It holds for thirty days from today. Show the picture or print the card."))
    return redirect("desk_invitations:invitation", invitation.public_id)


@require_POST
@invitation_view
def withdraw(request, invitation):
    if withdraw_invitation(invitation, by=request.user):
        messages.success(request, _("Taken back: its link and its card open nothing any more."))
    else:
        messages.info(request, _("It was answered or taken back already."))
    return redirect("desk_invitations:invitation", invitation.public_id)


@require_safe
@invitation_view
def card(request, invitation):
    """To give into her hand: as PDF, or as a page to print where the system cannot make one."""
    return print_cards(request, [Shown(invitation, request)])


@require_safe
@coordinator_view
def cards(request):
    """All that are open and have a link, those of one pasted list if it is named, one card a leaf."""
    found, start = listed(request, Invitation.objects.open()), first_of(request)
    return print_cards(request, [Shown(one, request) for one in found[start - 1 : start - 1 + MOST_CARDS]])


def first_of(request):
    """With which card a further part begins."""
    text = request.GET.get("from", "")
    return max(1, int(text[:6])) if text.isascii() and text.isdigit() else 1


def parts_of(number):
    """[(first, last)] of so many cards, each part small enough to be drawn while one waits."""
    return [(start, min(start + MOST_CARDS - 1, number)) for start in range(1, number + 1, MOST_CARDS)]


def listed(request, found):
    """Those of one pasted list, if it is named."""
    key = request.GET.get("list", "")
    return (found.filter(listed_in__key=key) if is_public_id(key) else found).with_organisation()


def print_cards(request, shown):
    shown = [one for one in shown if one.has_link]
    if not shown:
        messages.info(request, _("There is no open invitation to print."))
        return redirect("desk_invitations:invitations")
    with override("th"):
        pdf = None if "page" in request.GET else render_pdf("desk/invitations/cards_pdf.html", {"cards": shown})
    if pdf is None:
        return render(request, "desk/invitations/cards.html", {"cards": shown})
    headers = {"Content-Disposition": 'inline; filename="invitations.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
