"""Thai first; a language is offered to readers only when its interface is complete."""

from .environment import ROOT, env

LANGUAGE_CODE = "th"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("th", "ไทย"),
    ("en", "English"),
    ("ms", "Bahasa Melayu"),
    ("zh-hans", "简体中文"),
]
_wanted = {LANGUAGE_CODE, *env.list("LANGUAGES_OFFERED", default=["th", "en"])}
LANGUAGES_OFFERED = [code for code, _name in LANGUAGES if code in _wanted]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Addresses for machines, workplaces and staff: they carry no language, and never redirect into one.
MACHINE_PATHS = (
    "/api/",
    "/calendar/",
    "/cms/",
    "/dashboard/",
    "/demo/",
    "/desk/",
    "/django-admin/",
    "/documents/",
    "/feeds/",
    "/healthz",
    "/language/",
    "/manifest.webmanifest",
    "/media/",
    "/p/",
    "/payments/",
    "/readyz",
    "/robots.txt",
    "/s/",
    "/sitemap",
    "/static/",
    "/styleguide/",
    "/sw.js",
    "/theme.css",
)

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Bangkok"

WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False

# One folder a room, so that two rooms never edit one file.
LOCALE_PATHS = sorted(path for path in (ROOT / "locale").glob("*") if path.is_dir())
