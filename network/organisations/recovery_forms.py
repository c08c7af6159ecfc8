"""Coming back: whom do you mean?"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.people.contacts import parse_contact

from .recovery import person_named, person_with_contact


class WhoForm(forms.Form):
    """By a contact that is lost, or by name and group. Whether we know such a person it never says."""

    old_contact = forms.CharField(
        label=_("Your old phone number or e-mail"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    name = forms.CharField(
        label=_("Or your first name and family name"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    group = forms.CharField(label=_("and the name of your group"), min_length=3, max_length=150, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.one_of_several = True  # none is needed by itself, yet "if you like" would be wrong

    def clean_old_contact(self):
        text = self.cleaned_data["old_contact"].strip()
        return parse_contact(text) if text else None

    def clean(self):
        found = super().clean()
        if not self.errors and not found["old_contact"] and not (found["name"] and found["group"]):
            raise ValidationError(_("Write your old number or e-mail, or your name and the name of your group."))
        return found

    @property
    def meant(self):
        """What was typed, in one form: what tries are counted by."""
        if contact := self.cleaned_data["old_contact"]:
            return contact.address
        return " ".join(f"{self.cleaned_data['name']} {self.cleaned_data['group']}".casefold().split())

    def person(self):
        if contact := self.cleaned_data["old_contact"]:
            return person_with_contact(contact)
        return person_named(self.cleaned_data["name"], self.cleaned_data["group"])
