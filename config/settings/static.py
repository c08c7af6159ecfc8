"""Static files are built, hashed and compressed once; media are what people upload."""

from pathlib import Path

from .environment import ROOT, VAR, env

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=VAR / "static"))
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "private"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ASSETS_BUILT = env.bool("ASSETS_BUILT", default=False)

# The worker that keeps orders readable without a net; off, it removes itself from every phone that comes by.
SERVICE_WORKER = env.bool("SERVICE_WORKER", default=True)
