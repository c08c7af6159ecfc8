"""Of allauth's pages people reach ours only, and of its addresses only those that we mean."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.urls import NoReverseMatch, get_resolver, reverse

OURS = Path(settings.ROOT) / "templates"
UNUSED = ["account_signup", "account_email", "account_reset_password", "account_confirm_email", "account_verify_phone"]
UNUSED += ["socialaccount_connections", "socialaccount_signup", "mfa_signup_webauthn", "mfa_download_recovery_codes"]
UNUSED += ["account_request_login_code", "account_confirm_login_code"]


def mounted_templates():
    """The template of every view of allauth's that has an address."""
    names = set()
    for pattern in all_patterns(get_resolver().url_patterns):
        view = getattr(pattern.callback, "view_class", None)
        if view and view.__module__.startswith("allauth.") and getattr(view, "template_name", None):
            names.add(pattern.callback.view_initkwargs.get("template_name", view.template_name))
    return sorted(names)


def all_patterns(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from all_patterns(pattern.url_patterns)
        else:
            yield pattern


def test_every_page_of_allauth_that_has_an_address_is_ours():
    names = mounted_templates()

    assert len(names) > 8
    for name in [*names, "socialaccount/authentication_error.html", "429.html"]:
        assert Path(get_template(name).origin.name).is_relative_to(OURS), name


@pytest.mark.parametrize("name", UNUSED)
def test_what_nobody_shall_reach_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("page", ["sign-in/", "sign-in/password/", "closed/", "pass/x/"])
def test_pages_for_strangers_stand_in_both_languages(client, language, page):
    answer = client.get(f"/{language}/account/{page}")

    assert answer.status_code in {200, 404}
    assert f'<html lang="{language}">' in answer.content.decode()
    assert "no-store" in answer.headers.get("Cache-Control", "no-store")
