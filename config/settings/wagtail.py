"""The stories' house."""

from .province import SITE_NAME, SITE_URL

WAGTAIL_SITE_NAME = SITE_NAME["th"]
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [("th", "ไทย"), ("en", "English")]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_MODEL = "cms.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
# Papers to read, nothing that a browser would run.
WAGTAILDOCS_EXTENSIONS = ["pdf", "txt", "csv", "odt", "ods", "docx", "xlsx", "pptx"]
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILIMAGES_JPEG_QUALITY = 80
# Videos are ours to embed, after a click; Wagtail would ask other hosts while it renders.
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Contacts and passwords are changed on one's own page, by who has just shown who she is.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Administrators are told of nothing that editors do; and notes between them go with a page that is sent back, through
# the outbox: Wagtail's comments would send mail on the spot.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_COMMENTS_ENABLED = False
# A draft is kept by itself this long after the last change, in milliseconds. Wagtail's half second would write several
# times a sentence, and be under way still when somebody on a slow line presses "publish".
WAGTAIL_AUTOSAVE_INTERVAL = 5000
