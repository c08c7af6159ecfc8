"""The first steps that every member takes; the rooms add theirs."""

from django.utils.translation import gettext_lazy

from network.organisations.access import owners_of
from network.organisations.onboarding import Step, register_step
from network.organisations.passes import has_proved_contact


def has_owner_with_contact(organisation):
    return any(has_proved_contact(owner) for owner in owners_of(organisation))


def says_what_it_does(organisation):
    return organisation.texts.filter(language="th").exclude(line="", description="").exists()


def has_place(organisation):
    return organisation.district_id is not None


def can_be_reached(organisation):
    if organisation.contacts_shown == organisation.Shown.NOBODY:
        return False
    return any((organisation.contact_phone, organisation.contact_line, organisation.contact_email))


def register_first_steps():
    prove = gettext_lazy("Prove your phone or e-mail")
    register_step(Step("contact", prove, "me:contact", has_owner_with_contact, by_herself=True, order=10))
    register_step(Step("words", gettext_lazy("Say what you do"), "desk:about", says_what_it_does, order=20))
    register_step(Step("place", gettext_lazy("Say where you are"), "desk:about", has_place, order=30))
    register_step(Step("reach", gettext_lazy("Let buyers reach you"), "desk:about", can_be_reached, order=40))
