"""Whom an administrator gives a role."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.organisations.models import NetworkRole
from network.people.contacts import parse_contact
from network.people.models import User

# What each of them does, for those who have to decide.
DUTIES = {
    NetworkRole.Role.EDITOR: _("Editor: writes and publishes stories and pages"),
    NetworkRole.Role.REVIEWER: _("Reviewer: reads goods before they are sold"),
    NetworkRole.Role.COORDINATOR: _("Coordinator: invites members and helps them in"),
    NetworkRole.Role.TREASURER: _("Treasurer: confirms payments, pays out"),
    NetworkRole.Role.ADMIN: _("Administrator: gives these roles, names the site"),
}


class RoleForm(forms.Form):
    """Somebody by her contact; one whom nobody has proved yet only after a second look, for a slip of the finger there
    would let a stranger in."""

    contact = forms.CharField(label=_("Her e-mail or phone"), max_length=254)
    role = forms.ChoiceField(label=_("What she shall do"), choices=list(DUTIES.items()), widget=forms.RadioSelect)
    first_name = forms.CharField(
        label=_("First name"), max_length=150, required=False, help_text=_("Only if she was never here before.")
    )
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    sure = forms.BooleanField(
        label=_("I have read the address letter by letter: it is hers"), required=False, widget=forms.HiddenInput
    )

    def clean_contact(self):
        return parse_contact(self.cleaned_data["contact"])

    def clean(self):
        told = super().clean()
        contact = told.get("contact")
        if contact and not told.get("sure") and not is_known(contact):
            self.fields["sure"].widget = forms.CheckboxInput()
            raise forms.ValidationError(
                _(
                    "Nobody has signed in with %(address)s yet. Whoever has this address would get the role: read it once"
                    " more, then tick the box below."
                ),
                params={"address": contact.address},
            )
        return told


def is_known(contact):
    """Has somebody proved this contact, by signing in with it?"""
    known = User.objects.filter(**{contact.field: contact.address})
    proved = {"email": "email_verified", "sms": "phone_verified"}[contact.channel]
    return known.filter(**{proved: True}).exists()
