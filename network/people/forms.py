"""The forms of signing in and of one's own page."""

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as MFAReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .channels import is_ready
from .contacts import parse_contact, parse_email, region_of
from .messages import best_contact
from .models import Pace, User
from .second_factor import PERIOD


class ContactForm(forms.Form):
    """One field for whatever the person has; phones only where SMS can be sent."""

    contact = forms.CharField(
        max_length=254, widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["contact"]
        if is_ready("sms"):
            field.label = _("E-mail or phone")
            field.help_text = _("We send you a code. Nothing to remember.")
        else:
            field.label = _("E-mail")
            field.widget.input_type = "email"
            field.help_text = _("We send a code there. Nothing to remember.")

    def clean_contact(self):
        text = self.cleaned_data["contact"]
        contact = parse_contact(text) if is_ready("sms") else parse_contact(parse_email(text))
        if contact.channel == "sms" and region_of(contact.address) not in settings.SMS_REGIONS:
            raise forms.ValidationError(_("We cannot send SMS to that country. Please use your e-mail address."))
        return contact


CODE_ATTRIBUTES = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "autocapitalize": "none",
    "autofocus": True,
    "placeholder": "",
}


class CodeForm(forms.Form):
    """Spaces, dashes and Thai digits are as good as plain ones; paste works."""

    code = forms.CharField(
        label=pgettext_lazy("sign in", "Code"), max_length=20, widget=forms.TextInput(attrs=CODE_ATTRIBUTES)
    )


class PasswordSignInForm(LoginForm):
    """allauth's, in the words of the house."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plainly(self, login=_("E-mail"), password=_("Password"))


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plainly(self, password=_("Password"))


def plainly(form, **labels):
    """Our labels, without the placeholders and English rules that came with the fields."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.widget.attrs.pop("placeholder", None)


class NewPasswordForm(SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plainly(self, password1=_("New password"), password2=_("The same once more"))


class OtherPasswordForm(ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plainly(
            self,
            oldpassword=_("Your password until now"),
            password1=_("New password"),
            password2=_("The same once more"),
        )


class OnceMixin:
    """A code of the app, or one of the recovery codes; the app's works once, however long it is accepted.

    allauth forgets a used code after one period, but with a tolerance it accepts it for three.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from your app, or a recovery code")
        self.fields["code"].widget.attrs.update(CODE_ATTRIBUTES)

    def clean_code(self):
        code = normalize_user_code(super().clean_code())
        accepted = PERIOD * (2 * settings.MFA_TOTP_TOLERANCE + 1)
        if not cache.add(f"second-factor:{self.user.pk}:{code}", True, timeout=accepted):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondFactorForm(OnceMixin, AuthenticateForm):
    """When signing in."""


class SecondFactorAgainForm(OnceMixin, MFAReauthenticateForm):
    """Before something that matters."""


class FirstCodeForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The six digits that your app shows")
        self.fields["code"].widget.attrs.update(CODE_ATTRIBUTES)


class LineNewsForm(forms.ModelForm):
    """How often LINE may ring; never by LINE only for somebody who is reached in another way."""

    class Meta:
        model = User
        fields = ["line_pace"]
        widgets = {"line_pace": forms.RadioSelect}

    def clean_line_pace(self):
        chosen = self.cleaned_data["line_pace"]
        if chosen == Pace.OFF and not best_contact(self.instance, but={"line"}):
            raise forms.ValidationError(_("Nothing else reaches you yet. Add an e-mail address or a phone first."))
        return chosen


class ProfileForm(forms.ModelForm):
    """How a person wants to be called, and in which language."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "language"]
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [(code, name) for code, name in settings.LANGUAGES if code in settings.LANGUAGES_OFFERED]
        self.fields["language"] = forms.ChoiceField(label=_("Language of messages to you"), choices=offered)
