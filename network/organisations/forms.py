"""Forms about the people of an organisation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.people.contacts import parse_contact

from .access import has_role
from .models import Membership, Organisation


class WelcomeForm(forms.Form):
    """A new person of an organisation; `helper` is the coordinator or owner who fills it in."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Organisation"), to_field_name="slug")
    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Family name"), max_length=150, required=False)
    contact = forms.CharField(
        label=_("Phone or e-mail"), max_length=254, help_text=_("One is enough, even if no message can be read there.")
    )
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args, helper, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_helped_by(helper).with_texts()
        # Owners are made by coordinators: an owner who makes owners could give the organisation away unseen.
        roles = [
            choice for choice in Membership.Role.choices if choice[0] != "owner" or has_role(helper, "coordinator")
        ]
        self.fields["role"].choices = roles
        self.fields["role"].initial = Membership.Role.COLLEAGUE

    def clean_contact(self):
        return parse_contact(self.cleaned_data["contact"])


def organisations_helped_by(helper):
    if has_role(helper, "coordinator"):
        return Organisation.objects.all()
    return Organisation.objects.managed_by(helper, roles=[Membership.Role.OWNER])
