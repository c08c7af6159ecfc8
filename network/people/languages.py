"""Texts in several languages: one row per language, Thai where a language is missing."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Translation(models.Model):
    """One language of a thing's texts; subclasses add the texts and `parent`, related_name "texts".

    A subclass that needs a Meta of its own inherits this one: `class Meta(Translation.Meta)`.
    """

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["parent", "language"], name="%(app_label)s_%(class)s_once"),
        ]

    def __str__(self):
        return f"{self.parent_id} ({self.language})"


class TranslatedMixin:
    """For the model that has `texts`."""

    def in_language(self, code=None):
        """The texts in that language (by default the reader's), else in Thai, else in any, else None.

        Reads every language once per instance, so that lists that prefetch "texts" add no query.
        """
        models.prefetch_related_objects([self], "texts")
        texts = {text.language: text for text in self.texts.all()}
        wanted = (code or get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE)
        return next((texts[language] for language in (*wanted, *texts) if language in texts), None)

    def write_texts(self, language, **texts):
        """Set these texts in that language and leave its others as they are.

        What says so already is not saved again: nobody need hear of a change that is none.
        """
        row = self.texts.filter(language=language, **texts).first()
        if row is None:
            row, _created = self.texts.update_or_create(language=language, defaults=texts)
        getattr(self, "_prefetched_objects_cache", {}).pop("texts", None)
        return row


class TranslatedQuerySet(models.QuerySet):
    def with_texts(self):
        return self.prefetch_related("texts")
