"""Production's settings pass Django's own deployment check without a warning."""

import importlib
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

from config.settings.apps import INSTALLED_APPS as PRODUCTION_APPS

# Their processes read DATABASE_URL: what they answer may depend on the database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "a-secret-that-is-long-enough-for-the-check-0123456789-abcdefghij",
    "ALLOWED_HOSTS": "chanchala.example.org",
}


def run(*arguments, **environment):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, cwd=settings.ROOT, env=os.environ | ENVIRONMENT | environment, capture_output=True, text=True
    )


@pytest.mark.promise(54)
def test_deployment_check_is_clean(tmp_path):
    answer = run("check", "--deploy", "--fail-level", "WARNING", CHANCHALA_VAR=str(tmp_path))
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.fixture(scope="module")
def production():
    """Production's settings, read and not used."""
    with pytest.MonkeyPatch.context() as environment:
        for name, value in ENVIRONMENT.items():
            environment.setenv(name, value)
        environment.setenv("CHANCHALA_VAR", os.environ.get("CHANCHALA_VAR", ""))
        yield importlib.import_module("config.settings.production")


@pytest.mark.promise(54)
def test_browsers_speak_to_production_in_secret_only(production):
    assert production.SECURE_SSL_REDIRECT
    assert production.SECURE_HSTS_SECONDS >= 365 * 24 * 60 * 60
    assert production.SECURE_HSTS_INCLUDE_SUBDOMAINS
    assert production.SECURE_REFERRER_POLICY == "strict-origin-when-cross-origin"
    assert production.X_FRAME_OPTIONS == "DENY"
    assert production.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-ancestors"] == ["'none'"]


@pytest.mark.promise(54)
def test_no_neighbour_of_production_sets_a_cookie_that_means_something(production):
    """A cookie of this name comes from this host alone, over HTTPS, for the whole of it."""
    names = [production.SESSION_COOKIE_NAME, production.CSRF_COOKIE_NAME, production.OSCAR_BASKET_COOKIE_OPEN]
    assert [name for name in names if not name.startswith("__Host-")] == []
    assert production.SESSION_COOKIE_SECURE is production.CSRF_COOKIE_SECURE is True
    assert production.OSCAR_BASKET_COOKIE_SECURE is True
    assert production.SESSION_COOKIE_HTTPONLY
    assert (production.SESSION_COOKIE_SAMESITE, production.CSRF_COOKIE_SAMESITE) == ("Lax", "Lax")
    paths = ("SESSION_COOKIE_PATH", "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_PATH", "CSRF_COOKIE_DOMAIN")
    assert [name for name in paths if hasattr(production, name)] == []


def test_production_does_not_start_without_a_secret(tmp_path):
    answer = run("check", SECRET_KEY="", CHANCHALA_VAR=str(tmp_path))
    assert answer.returncode != 0


def test_the_demo_is_not_loaded_in_production(tmp_path):
    answer = run("seed_demo", CHANCHALA_VAR=str(tmp_path))
    assert answer.returncode == 3
    assert "nothing was changed" in answer.stderr


def test_every_name_that_the_settings_read_is_explained():
    read = re.compile(r'env(?:\.\w+)?\("([A-Z_]+)"|environ\.get\("([A-Z_]+)"')
    sources = [*(settings.ROOT / "config" / "settings").glob("*.py"), settings.ROOT / "config" / "gunicorn.py"]
    names = {first or second for source in sources for first, second in read.findall(source.read_text())}
    explained = (settings.ROOT / "docs" / "production.md").read_text()
    assert len(names) > 30
    assert [name for name in sorted(names) if f"`{name}" not in explained and f"{name}`" not in explained] == []


def test_image_and_compose_run_what_stands_in_the_repository():
    """No container can be built here: what they name must at least be there, and be what production runs."""
    dockerfile = (settings.ROOT / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (?!--from)(\S+) ", dockerfile, re.MULTILINE)
    assert [path for path in copied if not (settings.ROOT / path).exists()] == []
    tops = {app.partition(".")[0] for app in PRODUCTION_APPS if (settings.ROOT / app.partition(".")[0]).is_dir()}
    assert tops | {"config", "templates", "static", "locale", "manage.py"} <= set(copied)
    assert dockerfile.count("\nUSER ") == 1
    assert re.search(r'CMD \["gunicorn", "config.wsgi", "--config", "config/gunicorn.py"\]', dockerfile)
