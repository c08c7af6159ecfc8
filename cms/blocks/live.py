"""The one live block: cards of any kind, chosen one by one or asked for; a stored block holds refs, never keys."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from network.organisations.models import Dimension, Organisation
from network.places.models import District

from ..choosers import CardChooser
from ..kinds import CHOICES, KINDS, WAYS, kind_of, way_of
from ..live import Live, Wanted

LOOKS = [
    ("shelf", _("Shelf: a row to swipe")),
    ("grid", _("Grid")),
    ("lead", _("Lead: the first one large")),
    ("water", _("Funds with their water level")),
]
MOST = 24


def districts():
    return [(place.slug, str(place)) for place in District.objects.with_texts()]


def dimensions():
    return [(one.key, str(one)) for one in Dimension.objects.with_texts()]


def makers():
    return [(one.slug, one.name) for one in Organisation.objects.with_texts()]


class CardRefBlock(blocks.FieldBlock):
    """One public thing, by its ref."""

    def __init__(self, required=True, help_text=None, **kwargs):
        self.field = forms.CharField(widget=CardChooser(), required=required, help_text=help_text)
        super().__init__(**kwargs)

    def get_form_state(self, value):
        """The chooser's script wants the title beside the ref."""
        return self.field.widget.get_value_data(value or None)

    class Meta:
        icon = "link"
        label = _("Thing")


class SlugBlock(blocks.FieldBlock):
    """One of some rows by its slug; unlike Wagtail's ChoiceBlock it reads the choices for editors only."""

    def __init__(self, choices=(), required=False, help_text=None, **kwargs):
        self.field = forms.ChoiceField(choices=lambda: [("", "—"), *choices()], required=required, help_text=help_text)
        super().__init__(**kwargs)


class QueryBlock(blocks.StructBlock):
    kinds = blocks.MultipleChoiceBlock(choices=CHOICES, required=False, label=_("Kinds"))
    district = SlugBlock(choices=districts, label=_("District"))
    dimension = SlugBlock(choices=dimensions, label=_("Dimension"))
    maker = SlugBlock(choices=makers, label=_("Organisation"))
    newest = blocks.IntegerBlock(min_value=1, max_value=MOST, default=8, label=_("How many, newest first"))

    class Meta:
        icon = "search"
        label = _("Or ask for them")


class LiveCardsBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, label=_("Title"))
    look = blocks.ChoiceBlock(choices=LOOKS, default="shelf", label=_("Look"))
    refs = blocks.ListBlock(CardRefBlock(), min_num=0, max_num=MOST, default=[], label=_("Chosen one by one"))
    query = QueryBlock()

    class Meta:
        icon = "grip"
        label = _("Live cards")
        template = "cms/blocks/live_cards.html"

    def clean(self, value):
        value = super().clean(value)
        if not value["refs"] and not value["query"]["kinds"]:
            message = ValidationError(_("Choose some things, or say which kinds to show."))
            raise blocks.StructBlockValidationError(non_block_errors=[message])
        return value

    def get_context(self, value, parent_context=None):
        wanted = wanted_of(value)
        context = super().get_context(value, parent_context)
        live = context.get("live") or Live([wanted], get_language())
        kind = KINDS.get(kind_of(wanted.refs[0]) if wanted.refs else (wanted.kinds or ("",))[0])
        return {**context, "cards": live[wanted], "kind": kind, "many": len(wanted.kinds) > 1 or len(wanted.refs) > 1}


def wanted_of(value):
    """What a live block asks for."""
    if value["refs"]:
        return Wanted(refs=tuple(value["refs"]))
    query = value["query"]
    facets = tuple((name, query[name]) for name in ("district", "dimension", "maker") if query[name])
    return Wanted(kinds=tuple(query["kinds"]), facets=facets, newest=query["newest"] or MOST)


class SupportStream(blocks.StreamBlock):
    """How a story ends: what its reader can buy, visit or support; at least one of them once it is published."""

    card = CardRefBlock()
    asks = True

    def defer_required_validation(self):
        super().defer_required_validation()
        self.asks = False

    def restore_deferred_validation(self):
        super().restore_deferred_validation()
        self.asks = True

    def clean(self, value):
        value = super().clean(value)
        if self.asks and not any(way_of(kind_of(ref)) in WAYS for ref in refs_of(value)):
            message = ValidationError(_("End the story with at least one thing to buy, visit or support."))
            raise blocks.StreamBlockValidationError(non_block_errors=[message])
        return value

    class Meta:
        icon = "pick"
        label = _("Buy, visit, support")


def refs_of(stream):
    return [block.value for block in stream if block.value]
