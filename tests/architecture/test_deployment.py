"""Production's settings pass Django's own deployment check without a warning."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

# Their processes read DATABASE_URL: what they answer may depend on the database.
pytestmark = pytest.mark.django_db

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


def test_deployment_check_is_clean(tmp_path):
    answer = run("check", "--deploy", "--fail-level", "WARNING", CHANCHALA_VAR=str(tmp_path))
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_production_does_not_start_without_a_secret(tmp_path):
    answer = run("check", SECRET_KEY="", CHANCHALA_VAR=str(tmp_path))
    assert answer.returncode != 0


def test_demo_commands_do_not_exist_in_production(tmp_path):
    answer = run("seed_demo", CHANCHALA_VAR=str(tmp_path))
    assert answer.returncode != 0
    assert "Unknown command" in answer.stderr
