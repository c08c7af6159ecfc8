"""What makes a province is data (`manage.py setup_site`); this speaks where that says nothing yet."""

from .environment import env

PLATFORM_NAME = {"th": "ชานชาลา", "en": "Chanchala"}
PROVINCE_CODE = env("PROVINCE_CODE", default="")
SITE_NAME = {
    "th": env("SITE_NAME_TH", default=PLATFORM_NAME["th"]),
    "en": env("SITE_NAME_EN", default=PLATFORM_NAME["en"]),
}
UNNAMED_NETWORK = {"th": "เครือข่ายพลเมือง", "en": "Civic Network"}
NETWORK_NAME = {
    "th": env("NETWORK_NAME_TH", default=UNNAMED_NETWORK["th"]),
    "en": env("NETWORK_NAME_EN", default=UNNAMED_NETWORK["en"]),
}
# Who answers for the site before the law: shown at the foot of every page, and nowhere while it is empty.
LEGAL_NAME = env("LEGAL_NAME", default="")
LEGAL_ADDRESS = env("LEGAL_ADDRESS", default="")
LEGAL_PHONE = env("LEGAL_PHONE", default="")
# The juristic person's or tax number; the number of the e-commerce registration with the DBD (พาณิชย์อิเล็กทรอนิกส์).
REGISTRATION_NUMBER = env("REGISTRATION_NUMBER", default="")
ECOMMERCE_NUMBER = env("ECOMMERCE_NUMBER", default="")
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Chanchala <noreply@localhost>")
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
