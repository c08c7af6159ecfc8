"""Words: paragraphs, headings, quotes, facts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

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
                ("what", blocks.TextBlock(label=_("What"))),
            ]
        ),
        label=_("Steps"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Programme")
        template = "cms/blocks/steps.html"
