"""What one agreed to, in which wording and when; taken back as easily as given."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.people.actions.consents import record_consent, withdraw_consent
from network.people.models import Consent
from network.people.personal_data_registry import by_user_or_contact
from network.people.terms import current_version

from ..actions.requests import note_request
from ..models import DataRequest
from ..proof import own_data_only

# The others are terms of a purchase or a gift: what was bought and given stands, and nothing else hangs on them.
VOLUNTARY = {Consent.Purpose.MESSAGES, Consent.Purpose.NEWSLETTER, Consent.Purpose.PHOTO}
MOST = 200


@never_cache
@own_data_only
def consents(request, subject):
    """One button each: take back, or give again."""
    mine = Consent.objects.filter(by_user_or_contact()(subject))
    if request.method == "POST":
        consent = get_object_or_404(mine.filter(purpose__in=VOLUNTARY), pk=number_in(request))
        change(request, consent)
        return redirect("privacy:consents")
    newest, shown = set(), []
    for consent in mine[:MOST]:
        shown.append((consent, consent.purpose in VOLUNTARY and consent.purpose not in newest))
        newest.add(consent.purpose)
    return render(request, "privacy/consents.html", {"consents": shown})


def number_in(request):
    text = request.POST.get("consent", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def change(request, consent):
    if consent.withdrawn_at is None:
        withdraw_consent(consent)
        if consent.purpose == Consent.Purpose.PHOTO:
            take_pictures_down(consent)
        messages.success(request, _("Taken back."))
    else:
        who = {"user": consent.user} if consent.user else {"contact": consent.contact}
        record_consent(consent.purpose, text_version=current_version("privacy"), ref=consent.ref, **who)
        messages.success(request, _("You have agreed again."))


def take_pictures_down(consent):
    """Which pictures show her, only a person can see."""
    key, words = f"photo:{consent.pk}", _("Consent to pictures was taken back: take down the pictures that show her.")
    note_request(key=key, kind=DataRequest.Kind.OBJECTION, user=consent.user, contact=consent.contact, words=words)
