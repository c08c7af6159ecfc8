"""For people who change the code: DEBUG, unbundled assets, mails on the console."""

from .base import *  # noqa: F403
from .songkhla import *  # noqa: F403

DEBUG = True
SECRET_KEY = "only-for-development-" + "x" * 40  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
INTERNAL_IPS = ["127.0.0.1"]
DEMO = True

INSTALLED_APPS = ["demo", *INSTALLED_APPS]  # noqa: F405
