"""Feeds of the newest stories, for readers and for local media."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.cards.models import Card
from network.shell.identity import identity

from .addresses import absolute

NEWEST = 30


class StoriesFeed(Feed):
    """Atom, in Thai or in the language that the address names."""

    feed_type = Atom1Feed

    def get_object(self, request, language=settings.LANGUAGE_CODE):
        if language not in settings.LANGUAGES_OFFERED:
            raise Http404("This language is not offered.")
        return language

    def get_feed(self, language, request):
        with override(language):
            return super().get_feed(language, request)

    def title(self, language):
        return f"{_('Stories')} · {identity().site_name}"

    def link(self, language):
        return absolute(f"/{language}/stories/")

    def feed_url(self, language):
        return absolute(f"/feeds/stories.{language}.atom")

    def items(self, language):
        return Card.objects.listed("story", language).filter(text_language=language)[:NEWEST]

    def item_title(self, card):
        return card.title

    def item_description(self, card):
        return card.line

    def item_link(self, card):
        return absolute(card.path)

    def item_guid(self, card):
        return absolute(card.path)

    def item_pubdate(self, card):
        return card.published_at

    def item_updateddate(self, card):
        return card.published_at

    def item_author_name(self, card):
        return card.maker
