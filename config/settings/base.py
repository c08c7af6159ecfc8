"""The table of contents: one file per topic."""

from .accounts import *  # noqa: F403
from .apps import *  # noqa: F403
from .database import *  # noqa: F403
from .environment import ROOT, VAR, env  # noqa: F401
from .languages import *  # noqa: F403
from .messages import *  # noqa: F403
from .money import *  # noqa: F403
from .province import *  # noqa: F403
from .queue import *  # noqa: F403
from .security import *  # noqa: F403
from .shop import *  # noqa: F403
from .static import *  # noqa: F403
from .templates import *  # noqa: F403
from .upkeep import *  # noqa: F403
from .wagtail import *  # noqa: F403

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
SITE_ID = 1
DEBUG = False
DEMO = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
TEST_RUNNER = "django.test.runner.DiscoverRunner"
