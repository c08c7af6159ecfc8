"""Forms about organisations and their people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.people.contacts import parse_contact, parse_phone, read_phone
from network.places.models import District, Subdistrict
from network.shell.identity import identity
from network.words.public_ids import is_public_id, new_public_id

from .access import has_role, is_member
from .known import places_of, tidy
from .models import Membership, Organisation
from .reach import parse_reach


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


class HelperForm(forms.Form):
    """Who lists her goods with her: a student, a neighbour."""

    first_name = forms.CharField(label=_("First name"), max_length=150)
    contact = forms.CharField(label=_("Phone or e-mail"), max_length=254)

    def clean_contact(self):
        return parse_contact(self.cleaned_data["contact"])


class AboutForm(forms.Form):
    """What visitors read of an organisation, and how they reach it; starts from what is there."""

    line = forms.CharField(
        label=_("What you do, in one line"), max_length=200, help_text=_("For example: hand-woven cloth from Ko Yo.")
    )
    description = forms.CharField(
        label=_("Tell about yourselves"),
        max_length=3000,
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Who you are, since when, what is special about your place."),
    )
    subdistrict = forms.ModelChoiceField(
        Subdistrict.objects.none(), label=_("Sub-district"), required=False, empty_label=_("Choose…")
    )
    contact_phone = forms.CharField(label=_("Phone that buyers may call"), max_length=30, required=False)
    contact_line = forms.CharField(label=_("LINE that buyers may write to"), max_length=50, required=False)
    contact_email = forms.EmailField(label=_("E-mail that buyers may write to"), required=False)
    contacts_shown = forms.ChoiceField(
        label=_("Who may see phone, LINE and e-mail"),
        choices=Organisation.Shown.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("You may change this at any time. It is gone at once from what others open after that."),
    )

    CONTACTS = ("contact_phone", "contact_line", "contact_email")

    def __init__(self, *args, organisation, by, **kwargs):
        super().__init__(*args, initial=told_of(organisation), **kwargs)
        if not is_member(by, organisation, Membership.Role.OWNER):
            del self.fields["contacts_shown"]
        places = Subdistrict.objects.filter(district__province__code=identity().province)
        self.fields["subdistrict"].queryset = places.select_related("district").order_by("district__code", "name_th")
        self.fields["subdistrict"].choices = by_district(self.fields["subdistrict"].queryset)

    def clean_contact_line(self):
        return self.cleaned_data["contact_line"].strip()

    def clean_contacts_shown(self):
        return self.cleaned_data["contacts_shown"] or self.initial["contacts_shown"]

    def clean_contact_phone(self):
        text = self.cleaned_data["contact_phone"].strip()
        return parse_phone(text) if text else ""


def told_of(organisation):
    text = organisation.texts.filter(language="th").first()
    phone = organisation.contact_phone
    return {
        "line": text.line if text else "",
        "description": text.description if text else "",
        "subdistrict": organisation.subdistrict_id,
        "contact_phone": read_phone(phone) if phone.startswith("+") else phone,
        "contact_line": organisation.contact_line,
        "contact_email": organisation.contact_email,
        "contacts_shown": organisation.contacts_shown,
    }


def by_district(subdistricts):
    """Choices under the names of their districts, in the reader's language."""
    districts = {district.pk: str(district) for district in District.objects.with_texts()}
    groups = {}
    for place in subdistricts:
        groups.setdefault(districts[place.district_id], []).append((place.pk, place.name))
    return [("", _("Choose…")), *groups.items()]


def organisations_helped_by(helper):
    if has_role(helper, "coordinator"):
        return Organisation.objects.all()
    return Organisation.objects.managed_by(helper, roles=[Membership.Role.OWNER])


class InvitationForm(forms.Form):
    """Whom a coordinator asks to join; `key` is the invitation's id, given beforehand: sent twice it is one."""

    name = forms.CharField(
        label=_("Name in Thai"),
        max_length=150,
        help_text=_("Of the group, or of the person who makes and sells alone."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Organisation.Kind.choices)
    district = forms.ModelChoiceField(
        District.objects.none(), label=_("District"), to_field_name="slug", empty_label=_("Choose…")
    )
    person_name = forms.CharField(
        label=_("Who looks after it"), max_length=150, required=False, help_text=_("Her name, as she is called.")
    )
    reach = forms.CharField(
        label=_("Phone, e-mail or LINE"),
        max_length=254,
        required=False,
        help_text=_(
            "Only who proves this phone or e-mail can accept. A LINE id cannot be proved: whoever opens the link first can."
        ),
    )
    sells = forms.BooleanField(label=_("Will sell: a shop is opened"), required=False, initial=True)
    key = forms.CharField(widget=forms.HiddenInput, initial=new_public_id)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = District.objects.of_province(identity().province).with_texts()

    def clean_name(self):
        return tidy(self.cleaned_data["name"])

    def clean_reach(self):
        return parse_reach(self.cleaned_data["reach"])

    def clean_key(self):
        key = self.cleaned_data["key"]
        return key if is_public_id(key) else new_public_id()

    def clean(self):
        name, district = self.cleaned_data.get("name"), self.cleaned_data.get("district")
        if name and district and district.pk in places_of([name]).get(name, ()):
            self.add_error("name", _("A member of this name is in that district already."))

    @property
    def asked(self):
        """The arguments of `invite_organisation`."""
        given = {name: self.cleaned_data[name] for name in ("name", "kind", "district", "person_name", "sells")}
        return given | self.cleaned_data["reach"]._asdict() | {"public_id": self.cleaned_data["key"]}
