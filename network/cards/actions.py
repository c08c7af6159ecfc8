"""Writing cards from their sources."""

from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils.translation import override

from network.outbox.actions import promise_each
from network.words.collation import collation_key

from .facets import set_facets
from .index import search_columns
from .models import Card
from .registry import Picture, kind_of

SOURCE_LANGUAGE = settings.LANGUAGE_CODE
IDENTITY = ["ref", "language"]
TOLD = [field.name for field in Card._meta.concrete_fields if field.name not in ("id", *IDENTITY)]


def refresh_cards(*refs):
    """Promise to write the cards of these things anew after this transaction; raises UnknownKind."""
    for ref in refs:
        kind_of(ref)
    promise_each("cards.refresh", {ref: {"ref": ref} for ref in refs})


def watch(model, refs_of):
    """Refresh cards whenever a row of this model is saved or deleted, by whatever screen.

    `refs_of(row)` gives the ref, or the refs, that the row shows on; None for none. `QuerySet.update` tells nobody:
    an action that uses it calls `refresh_cards` itself.
    """

    def notice(sender, instance, raw=False, **kwargs):
        refs = refs_of(instance)
        refresh_cards(*([refs] if isinstance(refs, str) else refs or ()))

    for signal in (post_save, post_delete):
        signal.connect(notice, sender=model, weak=False, dispatch_uid=(model, refs_of))


@transaction.atomic
def write_cards(ref):
    """Make the cards of this thing say what it says now, in every language; none where it is not public.

    A card keeps its primary key. Returns how many there are now.
    """
    kind = kind_of(ref)
    before = list(Card.objects.select_for_update().filter(ref=ref).values_list("pk", "language"))
    facts = facts_by_language(kind, ref)
    gone = [pk for pk, language in before if language not in facts]
    cards = [card_of(kind.name, ref, language, facts) for language in facts]
    if cards:
        Card.objects.bulk_create(cards, update_conflicts=True, unique_fields=IDENTITY, update_fields=TOLD)
        set_facets(cards, [(card, facet) for card in cards for facet in facts[card.language].facets])
    remove_cards(gone)
    return len(cards)


@transaction.atomic
def remove_cards(pks):
    """Take cards away, and out of the numbers of the filters."""
    if pks:
        set_facets(pks, [])
        Card.objects.filter(pk__in=pks).delete()


def facts_by_language(kind, ref):
    """{language: CardFacts} for every language of the site that has words of its own, or Thai ones instead."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language] = kind.build(ref, language)
    source = found[SOURCE_LANGUAGE]
    instead = source and replace(source, text_language=source.text_language or SOURCE_LANGUAGE)
    return {language: facts or instead for language, facts in found.items() if facts or instead}


def card_of(kind, ref, language, facts_by_language):
    """The row that says these facts; a text too long for its column is cut."""
    facts = facts_by_language[language]
    picture = facts.picture or Picture("", 0, 0)
    others = {other.title for other in facts_by_language.values()} - {facts.title}
    told = {
        "text_language": facts.text_language or language,
        "picture_url": picture.url,
        "picture_width": picture.width,
        "picture_height": picture.height,
        "picture_srcset": picture.srcset,
        "picture_alt": cut("picture_alt", picture.alt),
        "badges": list(facts.badges),
        "name_key": cut("name_key", collation_key(facts.title)),
        **{name: cut(name, getattr(facts, name)) for name in ("title", "line", "unit", "place", "maker")},
        **{name: getattr(facts, name) for name in ("path", "price_satang", "progress", "availability", "published_at")},
        **search_columns(kind, language, facts, sorted(others)),
    }
    return Card(kind=kind, ref=ref, language=language, **told)


def cut(name, text):
    return str(text)[: Card._meta.get_field(name).max_length]
