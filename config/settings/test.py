"""For the tests: no DEBUG, quick password hashing, each run in a folder of its own."""

import os
import tempfile
from pathlib import Path

# Each worker of a parallel run may have a server of its own: the sealer waits for whatever runs in the same one.
if _own := os.environ.get(f"DATABASE_URL_{os.environ.get('PYTEST_XDIST_WORKER')}"):
    os.environ["DATABASE_URL"] = _own

from .base import *  # noqa: E402, F403
from .songkhla import *  # noqa: E402, F403

SECRET_KEY = "only-for-tests-" + "x" * 40  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
_FOLDER = tempfile.TemporaryDirectory(prefix="chanchala-test-")  # emptied when the run ends
MEDIA_ROOT, STATIC_ROOT = Path(_FOLDER.name, "media"), Path(_FOLDER.name, "static")
STATIC_ROOT.mkdir()
STORAGES["private"]["OPTIONS"]["location"] = Path(_FOLDER.name, "private")  # noqa: F405
BACKUP_FOLDER = Path(_FOLDER.name, "backups")
ERASURE_LOG = Path(_FOLDER.name, "erasures.jsonl")
STRIPE_SECRET_KEY = "sk_test_local"  # noqa: S105
STRIPE_WEBHOOK_SECRETS = ["whsec_local"]
STRIPE_API_BASE = (
    "http://127.0.0.1:9"  # nobody: a test that wants Stripe starts the sandbox, and none leaves this machine
)

INSTALLED_APPS = ["demo", *INSTALLED_APPS]  # noqa: F405
