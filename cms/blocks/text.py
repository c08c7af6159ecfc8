"""Words: paragraphs, headings, quotes, facts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from network.words.numbers import grouped
from network.words.rich_text import clean_rich_text

# No italics: Thai letters have none.
FEATURES = ["bold", "link", "ol", "ul"]

FACT_ICONS = [
    ("clock", _("clock")),
    ("calendar", _("calendar")),
    ("people", _("people")),
    ("place", _("place")),
    ("language", _("language")),
    ("food", _("food")),
    ("walk", _("way")),
    ("check", _("tick")),
    ("info", _("note")),
    ("coins", _("money")),
    ("tag", _("label")),
    ("leaf", _("leaf")),
    ("volunteer", _("helping hand")),
    ("book", _("book")),
    ("grid", _("figures")),
]


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        template = "cms/blocks/paragraph.html"

    def __init__(self, **kwargs):
        super().__init__(**{"features": FEATURES, **kwargs})

    def get_prep_value(self, value):
        """However it came in: typed, translated, restored, or from a crafted form."""
        return clean_rich_text(super().get_prep_value(value))


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "cms/blocks/heading.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"))
    who = blocks.CharBlock(label=_("Who said it"), required=False, help_text=_("A role is enough, for example weaver."))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "cms/blocks/quote.html"


class FactBlock(blocks.StructBlock):
    """One line of a definition list."""

    icon = blocks.ChoiceBlock(choices=FACT_ICONS, default="info", label=_("Picture"))
    label = blocks.CharBlock(label=_("Name"), max_length=60)
    value = blocks.TextBlock(label=_("Fact"))

    class Meta:
        icon = "list-ul"
        label = _("Fact")


class FactsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False)
    rows = blocks.ListBlock(FactBlock(), label=_("Facts"))

    class Meta:
        icon = "table"
        label = _("List of facts")
        template = "cms/blocks/facts.html"


class StepsBlock(blocks.StructBlock):
    """A programme or a guide: what comes when."""

    title = blocks.CharBlock(label=_("Title"), required=False)
    rows = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("when", blocks.CharBlock(label=_("When"), required=False, max_length=40)),
                ("what", blocks.TextBlock(label=_("What happens"))),
            ]
        ),
        label=_("Steps"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Programme")
        template = "cms/blocks/steps.html"


class SeriesBlock(blocks.StructBlock):
    """A few values over time against a target, drawn as bars."""

    title = blocks.CharBlock(label=_("Title"), required=False)
    unit = blocks.CharBlock(label=_("Unit"))
    target = blocks.FloatBlock(label=_("Target"), required=False)
    rows = blocks.ListBlock(
        blocks.StructBlock(
            [("label", blocks.CharBlock(label=_("Year"))), ("value", blocks.FloatBlock(label=_("Value")))]
        ),
        label=_("Values"),
    )

    class Meta:
        icon = "order"
        label = _("Values over time")
        template = "cms/blocks/series.html"

    def get_context(self, value, parent_context=None):
        rows, target = value["rows"], value["target"] or 0
        top = max([target, *(row["value"] for row in rows)]) or 1
        bars = [{"label": row["label"], **bar(row["value"], top)} for row in rows]
        return {**super().get_context(value, parent_context), "bars": bars, "goal": target and bar(target, top)}


def bar(value, top):
    """A value in words, and the bar from `y` down to the ground, in percent of the drawing."""
    height = round(100 * value / top, 1)
    return {
        "value": grouped(int(value) if value == int(value) else value),
        "height": height,
        "y": round(100 - height, 1),
    }
