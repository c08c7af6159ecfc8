"""Static files as they are served: the sheet bundled, every name hashed, everything compressed."""

from pathlib import Path

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from network.shell.assets import SHEET, bundle

# Scripts that fetch one another must use the hashed names too.
SCRIPT_IMPORTS = (
    "js/*.js",
    (
        (r"""(?P<matched>import\(["'](?P<url>\./[^"']+)["']\))""", 'import("%(url)s")'),
        (r"""(?P<matched>from\s*["'](?P<url>\./[^"']+)["'])""", 'from "%(url)s"'),
    ),
)


STAFF = ("wagtailadmin/", "oscar/", "admin/", "wagtail", "rest_framework/", "django_tables2/")


class BuiltStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """In development css/site.css imports one file per component; here it has become one file."""

    patterns = (*ManifestStaticFilesStorage.patterns, SCRIPT_IMPORTS)

    def post_process(self, paths, dry_run=False, **options):
        if SHEET in paths and not dry_run:
            storage, path = paths[SHEET]
            Path(self.path(SHEET)).write_text(bundle(storage.path(path)))
            paths = {name: place for name, place in paths.items() if not is_part(name)}
            paths[SHEET] = (self, SHEET)
        yield from super().post_process(paths, dry_run, **options)

    def compress_files(self, paths):
        """Readers' files, as small as they get; the staff's admin scripts (two thousand files) go as they are."""
        return super().compress_files([path for path in paths if not path.startswith(STAFF)])


def is_part(name):
    """Is this a sheet that has gone into the bundle?"""
    return name.startswith("css/") and name not in {SHEET, "css/noscript.css"}
