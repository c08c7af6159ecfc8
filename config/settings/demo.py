"""The demo: production's settings on plain HTTP, on this machine only.

Left out, because plain HTTP cannot carry them: HSTS, the HTTPS redirect, Secure and `__Host-` cookies.
"""

from .base import *  # noqa: F403
from .environment import VAR, env
from .logs import logging_to_stderr
from .songkhla import *  # noqa: F403

SECRET_FILE = VAR / "demo-secret"
SECRET_KEY = env("SECRET_KEY", default="") or (SECRET_FILE.read_text() if SECRET_FILE.exists() else "")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DEMO = True
# Nothing leaves this machine: /demo/mailbox/ shows what would have been sent.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
ASSETS_BUILT = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "private"}},
    "staticfiles": {"BACKEND": "network.shell.storage.BuiltStaticFilesStorage"},
}
LOGGING = logging_to_stderr("TextLines")
LOGGING["loggers"]["chanchala"]["level"] = "WARNING"

INSTALLED_APPS = ["demo", *INSTALLED_APPS]  # noqa: F405
BACKUP_DAILY = False  # invented content is loaded again, not kept
