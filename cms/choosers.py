"""Choosing in the editors' screens: a card of any kind by its ref, an organisation, a district."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.telepath import register
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import chooser as views
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser, BaseChooserAdapter

from network.cards.models import Card
from network.cards.search import search_cards

from .kinds import CHOICES, KINDS


class CardChooser(BaseChooser):
    """Remembers the ref of the chosen thing."""

    model = Card
    chooser_modal_url_name = "card_chooser:choose"
    choose_one_text = _("Choose")
    choose_another_text = _("Choose another")
    icon = "link"
    show_edit_link = False

    def get_instance(self, value):
        if value is None or isinstance(value, Card):
            return value
        return next(iter(Card.objects.for_refs([value])), None) or Card(ref=value, title=value)

    def get_value_data_from_instance(self, instance):
        return {"id": instance.ref, "edit_url": None, self.display_title_key: instance.title}


register(BaseChooserAdapter(), CardChooser)


class CardFilter(BaseFilterForm):
    """What to look for among the cards."""

    q = forms.CharField(label=_("Search"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Everything")), *CHOICES], required=False)

    def filter(self, cards):
        """By kind, and by words as the public search finds them."""
        chosen = self.cleaned_data
        if chosen.get("kind"):
            cards = cards.filter(kind=chosen["kind"])
        if chosen.get("q"):
            self.is_searching, self.search_query = True, chosen["q"]
            found = search_cards(chosen["q"], kinds=[chosen["kind"]] if chosen.get("kind") else None)
            cards = cards.filter(pk__in=[card.pk for card in [*found.cards, *found.near]])
        return cards


class ByRef:
    """A card's identity in the chooser is its ref."""

    def get_object_id(self, card):
        return card.ref

    def get_display_title(self, card):
        return card.title

    def get_edit_item_url(self, card):
        return None

    def get_object(self, ref):
        return self.model_class.objects.get(ref=ref, language=get_language())

    def get_objects(self, refs):
        return self.model_class.objects.for_refs(refs)


class CardsToChoose:
    """The cards of the editor's language, newest first."""

    filter_form_class = CardFilter
    ordering = ["-published_at", "-pk"]

    def get_object_list(self):
        return Card.objects.shown().filter(language=get_language())

    @property
    def columns(self):
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                accessor=str,
                get_url=self.get_chosen_url,
                link_attrs={"data-chooser-modal-choice": True},
            ),
            Column("kind", label=_("Kind"), accessor=lambda card: KINDS[card.kind].label if card.kind in KINDS else ""),
            Column("place", label=_("Place")),
            Column("maker", label=_("Who")),
        ]

    def get_chosen_url(self, card):
        return self.append_preserved_url_parameters(reverse(self.chosen_url_name, args=(quote(card.ref),)))


class ChooseCard(CardsToChoose, views.ChooseView):
    pass


class ChooseCardResults(CardsToChoose, views.ChooseResultsView):
    pass


class ChosenCard(ByRef, views.ChosenView):
    pass


class ChosenCards(ByRef, views.ChosenMultipleView):
    pass


class CardChooserViewSet(ChooserViewSet):
    model = Card
    icon = "link"
    page_title = _("Choose something that the site shows")
    choose_view_class = ChooseCard
    choose_results_view_class = ChooseCardResults
    chosen_view_class = ChosenCard
    chosen_multiple_view_class = ChosenCards
    register_widget = False
    per_page = 20
