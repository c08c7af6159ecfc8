"""Handing over what was begun for somebody: one picture that lets her into her shop."""

from django import forms
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy, override

from network.organisations.actions import hand_over
from network.organisations.exceptions import CannotHandOver
from network.people.actions.passes import LASTS
from network.people.contacts import parse_contact
from network.shell.qr import qr_svg

WHY_NOT = {
    "nobody": gettext_lazy("Please write her phone or e-mail: the shop becomes hers by it."),
    "herself": gettext_lazy("She signs in without your help: by code or LINE. Ask her to open the invitation herself."),
    "uninvited": gettext_lazy("There is no open invitation. Please ask your coordinator to send it once more."),
}


class ReachForm(forms.Form):
    """Who takes it over, where the invitation has named nobody."""

    contact = forms.CharField(label=gettext_lazy("Her phone or e-mail"), max_length=254, required=False)

    def clean_contact(self):
        text = self.cleaned_data["contact"].strip()
        return parse_contact(text) if text else None


def hand_over_to(request, organisation, form, *, refuse):
    """The picture for that organisation, or `refuse(request, form)` with what is in the way."""
    try:
        person, token = hand_over(organisation, by=request.user, contact=form.cleaned_data["contact"])
    except CannotHandOver as error:
        form.add_error("contact", WHY_NOT[error.reason])
        return refuse(request, form)
    with override(person.language):
        path = reverse("organisations:handed_over", args=[organisation.public_id, token])
    address = request.build_absolute_uri(path)
    context = {"person": person, "organisation": organisation, "address": address, "qr": qr_svg(address)}
    return render(request, "desk/helpers/hand_over.html", context | {"minutes": LASTS.seconds // 60})
