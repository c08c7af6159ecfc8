"""Passkeys: allauth's forms, which let nothing that a browser may send become an error of ours."""

import struct

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What reading a credential of a wrong shape, or one that is not signed by its key, comes to in the libraries.
BROKEN = (ValidationError, ValueError, TypeError, LookupError, AttributeError, NotImplementedError, struct.error)
NAME_LENGTH = 60


def did_not_work():
    return ValidationError(_("The passkey did not work. Try it once more, or sign in another way."))


class NewPasskeyForm(AddWebAuthnForm):
    """Always one that signs in by itself: it shows a face, a finger or the phone's own number."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"].label = gettext_lazy("Name of this device")
        self.fields["name"].max_length = NAME_LENGTH
        self.fields["name"].required = False
        self.fields["name"].one_of_several = True

    def clean_name(self):
        return super().clean_name()[:NAME_LENGTH]

    def clean(self):
        self.cleaned_data["passwordless"] = True
        try:
            return super().clean()
        except BROKEN:
            raise did_not_work() from None


class PasskeyNameForm(EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = gettext_lazy("Name of this device")

    def clean_name(self):
        return self.cleaned_data["name"][:NAME_LENGTH]


class OfOneKindMixin:
    """Whatever is wrong with it, one sentence says what helps."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except BROKEN:
            raise did_not_work() from None


class PasskeySignInForm(OfOneKindMixin, LoginWebAuthnForm):
    """Instead of a code."""


class PasskeyStepForm(OfOneKindMixin, AuthenticateWebAuthnForm):
    """After a code or a password."""


class PasskeyAgainForm(OfOneKindMixin, ReauthenticateWebAuthnForm):
    """Before something that matters."""
