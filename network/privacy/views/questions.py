"""What no button does: asked here, answered by a person within thirty days."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.people.throttles import may_try

from ..actions.requests import note_request
from ..forms import AskForm
from ..proof import own_data_only


@never_cache
@own_data_only
def ask(request, subject):
    form = AskForm(request.POST or None)
    status = 422 if form.errors else None
    if form.is_valid():
        if may_try(request, "data_asked", f"ask:{subject.user.pk if subject.user else subject.contacts[0]}"):
            contact = "" if subject.user else subject.contacts[0]
            name = str(subject.user) if subject.user else ""
            note_request(user=subject.user, name=name, contact=contact, **form.cleaned_data)
            messages.success(request, _("We have it, and answer within 30 days."))
            return redirect("privacy:index")
        form.add_error(None, _("That was often. Please wait a quarter of an hour."))
        status = 429
    return render(request, "privacy/ask.html", {"form": form}, status=status)
