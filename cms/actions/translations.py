"""Pages planted in several languages, tied together as if an editor had translated each of them from the Thai.

Wagtail's editors then see a translation beside its source, and what changes in the Thai page can be carried over.
"""

import json

from django.conf import settings
from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments, quote_path_component


class UnlikeError(Exception):
    """The two pages are not built alike: neither can be read as the other's translation, piece by piece."""


def tie_translations():
    """Tie what is not tied yet; returns how many pages. What editors have begun is left alone."""
    sources = {page.translation_key: page for page in untied(locale__language_code=settings.LANGUAGE_CODE)}
    pages = untied(translation_key__in=sources).exclude(locale__language_code=settings.LANGUAGE_CODE)
    return sum(tie(sources[page.translation_key], page) for page in pages.select_related("locale"))


def untied(**which):
    """Pages of ours that are no alias and not tied, in their own classes; none that an editor is at work on."""
    tied = Translation.objects.values("source__object_id")
    pages = Page.objects.filter(depth__gt=1, alias_of=None, has_unpublished_changes=False, **which)
    return pages.exclude(translation_key__in=tied).specific()


@transaction.atomic
def tie(original, page):
    """Read this page as the translation of that one; False if they are not built alike."""
    try:
        give_same_ids(original, page)
    except UnlikeError:
        return False
    source, _created = TranslationSource.get_or_create_from_instance(original)
    note_words(source, page)
    Translation.objects.create(source=source, target_locale=page.locale)
    return True


def give_same_ids(original, page):
    """The blocks of a translation are known by the ids of the source's blocks. Raises UnlikeError."""
    fields = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    values = {field: with_ids(raw(page, field), raw(original, field)) for field in fields}
    changed = {field.name: field.to_python(json.dumps(value)) for field, value in values.items()}
    for name, value in changed.items():
        setattr(page, name, value)
    if changed:
        # As nobody sees ids, this is no change that the cards or the search would have to hear of.
        type(page).objects.filter(pk=page.pk).update(**changed)


def raw(page, field):
    return json.loads(field.value_to_string(page))


def with_ids(value, pattern):
    """The same blocks under the ids of others of the same kinds in the same order."""
    if type(value) is not type(pattern):
        raise UnlikeError
    if isinstance(value, list):
        if len(value) != len(pattern):
            raise UnlikeError
        return [with_ids(one, other) for one, other in zip(value, pattern, strict=True)]
    if isinstance(value, dict):
        if value.keys() != pattern.keys() or value.get("type") != pattern.get("type"):
            raise UnlikeError
        return {key: pattern[key] if key == "id" else with_ids(value[key], pattern[key]) for key in value}
    return value


def note_words(source, page):
    """Take down what the page says for each string of the source, and where its links lead instead."""
    said = by_path(extract_segments(page))
    asked = {}
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order"):
        asked.setdefault(segment.context.path, []).append(segment)
    for path, segments in asked.items():
        answers = said.get(path, [])
        if len(answers) != len(segments):
            continue
        for segment, answer in zip(segments, answers, strict=True):
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=page.locale,
                context=segment.context,
                defaults={"data": answer.string.data, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
            )
            note_links(source, page.locale, segment, answer)


def by_path(segments):
    """{path: its strings in their order}"""
    found = {}
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            found.setdefault(segment.path, []).append(segment)
    return found


def note_links(source, locale, segment, answer):
    """A link within the text leads to the page in the reader's language."""
    here, there = (json.loads(segment.attrs) or {}), (answer.attrs or {})
    for name, attributes in here.items():
        href, other = attributes.get("href"), there.get(name, {}).get("href")
        if href and other and href != other:
            path = f"{segment.context.path}.{quote_path_component(href)}"
            link = OverridableSegment.objects.select_related("context").get(source=source, context__path=path)
            SegmentOverride.objects.get_or_create(
                locale=locale, context=link.context, defaults={"data_json": json.dumps(other)}
            )
