"""Oscar asks for thumbnails here."""

from oscar.core.thumbnails import AbstractThumbnailer


class Thumbnailer(AbstractThumbnailer):
    """Answers with the original; listings carry ready renditions of their own."""

    def generate_thumbnail(self, source, **options):
        return source

    def delete_thumbnails(self, source):
        """There is nothing to delete."""
