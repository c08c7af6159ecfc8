"""The forms of one's own data, and of whoever looks after everybody's."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.people.contacts import parse_contact
from network.words.public_ids import new_token

from .models import Breach, DataRequest

Kind = DataRequest.Kind


class KeyedForm(forms.Form):
    """Carries a hidden key, so that a double click is noted once."""

    key = forms.CharField(max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, initial={"key": new_token(), **kwargs.pop("initial", {})}, **kwargs)


class EraseForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, erase my data. I know that it cannot be brought back afterwards."),
        error_messages={"required": _("Tick this if you are sure.")},
    )


class AskForm(KeyedForm):
    """What no button does: a person answers it."""

    kind = forms.ChoiceField(
        label=_("What do you want?"),
        choices=[(kind.value, kind.label) for kind in (Kind.CORRECTION, Kind.OBJECTION, Kind.OTHER)],
    )
    words = forms.CharField(label=_("In your words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


class RequestForm(KeyedForm):
    """Somebody wrote or called; whoever looks after data notes it for her."""

    asked = [kind for kind in Kind if kind != Kind.NAMED]
    kind = forms.ChoiceField(label=_("What is asked"), choices=[(kind.value, kind.label) for kind in asked])
    name = forms.CharField(label=_("Who asks"), max_length=150, required=False)
    contact = forms.CharField(label=_("E-mail or phone"), max_length=254, required=False)
    words = forms.CharField(label=_("In her words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))

    def clean_contact(self):
        text = self.cleaned_data["contact"]
        return parse_contact(text).address if text else ""


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("What was done"),
        help_text=_("She is told this, word for word."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class BreachForm(KeyedForm):
    noticed_at = forms.DateTimeField(
        label=_("When we noticed"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    what = forms.CharField(label=_("What happened"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    whose = forms.CharField(label=_("Whose data, about how many people"), max_length=300)

    def clean_noticed_at(self):
        noticed = self.cleaned_data["noticed_at"]
        if noticed > now():
            raise forms.ValidationError(_("This lies in the future."))
        return noticed


class DecisionForm(forms.Form):
    risk = forms.ChoiceField(label=_("Danger to people"), choices=Breach.Risk.choices, widget=forms.RadioSelect)
    measures = forms.CharField(
        label=_("What was done about it"),
        help_text=_("Whom you told and when, or why nobody needs to be told; what keeps it from happening again."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
