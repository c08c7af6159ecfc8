"""Songkhla is the demo, not the code: what makes a province is said here and in data."""

from .environment import env

PROVINCE_CODE = env("PROVINCE_CODE", default="90")
SITE_NAME = {
    "th": env("SITE_NAME_TH", default="ชานชาลา"),
    "en": env("SITE_NAME_EN", default="Chanchala"),
}
NETWORK_NAME = {
    "th": env("NETWORK_NAME_TH", default="เครือข่ายพลเมืองสงขลา"),
    "en": env("NETWORK_NAME_EN", default="Songkhla Civic Network"),
}
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Chanchala <noreply@localhost>")
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
