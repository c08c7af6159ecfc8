"""Everybody of the world at every address: what each is answered, in one word."""

from django.conf import settings
from django.db import transaction
from django.shortcuts import resolve_url
from django.test import Client

from tests.access.doors import HIDDEN, OPEN, PROOF, REFUSED, SECOND_STEP, SIGN_IN
from tests.network.people.factories import sign_in_as

NOT_SO, BROKEN = "not so", "broken"


class Visitor:
    """A browser of one person's; whatever it writes is taken back, and it stays as it was."""

    def __init__(self, person=None):
        self.client = Client()
        if person:
            sign_in_as(self.client, person)
        self.keep()

    def keep(self):
        """Stay as she is now, whatever is asked from here on."""
        self.cookies = {name: cookie.value for name, cookie in self.client.cookies.items()}

    def ask(self, method, path, data=None, **extra):
        """The answer, or the exception it died of."""
        try:
            with transaction.atomic():
                answer = getattr(self.client, method)(path, data or {}, **extra)
                transaction.set_rollback(True)
        except Exception as error:  # noqa: BLE001
            return error
        finally:
            self.client.cookies.clear()
            self.client.cookies.load(self.cookies)
        return answer

    def told(self, method, path, data=None):
        return in_a_word(path, self.ask(method, path, data))


def in_a_word(path, answer):
    """Open is what leads to the thing itself, be it to say that a form is not filled in."""
    if isinstance(answer, Exception) or answer.status_code >= 500:
        return f"{BROKEN}: {answer}"
    if 300 <= answer.status_code < 400:
        return leads_to(path, answer.headers["Location"].partition("?")[0])
    return {403: REFUSED, 404: HIDDEN, 405: NOT_SO}.get(answer.status_code, OPEN)


def leads_to(path, target):
    if target == f"/{settings.LANGUAGE_CODE}{path}":
        return HIDDEN  # nothing of a reader's stands there: it is looked for once more under her language
    if target == resolve_url(settings.LOGIN_URL) or target.endswith("/login/"):
        return SIGN_IN
    if target != path and target == resolve_url("privacy:prove"):
        return PROOF
    if target != path and target in {resolve_url("wagtailadmin_home"), resolve_url("admin:index")}:
        return HIDDEN  # Wagtail's and Django's way to say that it is not hers, or not there
    if target in {resolve_url("mfa_reauthenticate"), resolve_url("mfa_activate_totp")}:
        return SECOND_STEP
    return OPEN
