"""Oscar's way of asking for a slug."""

from network.words.slugs import slugify


def oscar_slug(text, allow_unicode=False):
    """Romanised, whatever Oscar allows."""
    return slugify(text)
