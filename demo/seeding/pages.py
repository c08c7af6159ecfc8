"""The site and its pages: stories, places, members and what is announced."""

from cms.actions.set_up_site import set_up_site
from cms.actions.translations import tie_translations
from cms.seeding import seed_announcements, seed_front, seed_members, seed_places, seed_stories

from .content import manifest, picture, read


def seed_pages():
    """Every page that the content tells of, in Thai and English."""
    set_up_site()
    for seed in (seed_front, seed_places, seed_members, seed_announcements, seed_stories):
        seed(read, picture_with_words)
    tie_translations()


def picture_with_words(kind, key):
    """A picture as an upload and what it shows, {language: words}; None where there is none."""
    upload = picture(kind, key)
    return upload and (upload, manifest()[kind][key].get("alt", {}))
