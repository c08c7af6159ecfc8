"""Which blocks may stand where."""

from wagtail.fields import StreamField

from .home import BooksBlock, DistrictBlock, DistrictMapBlock, WaysBlock
from .live import LiveCardsBlock
from .pictures import GalleryBlock, PictureBlock
from .text import FactsBlock, HeadingBlock, ParagraphBlock, QuoteBlock, SeriesBlock, StepsBlock
from .video import VideoBlock

WORDS = [("paragraph", ParagraphBlock()), ("heading", HeadingBlock()), ("quote", QuoteBlock())]
PLAIN = [*WORDS, ("facts", FactsBlock()), ("steps", StepsBlock()), ("series", SeriesBlock())]
PICTURES = [("picture", PictureBlock()), ("gallery", GalleryBlock()), ("video", VideoBlock())]
BODY = [*PLAIN, *PICTURES, ("map", DistrictBlock()), ("live_cards", LiveCardsBlock())]
HOME = [
    ("ways", WaysBlock()),
    ("live_cards", LiveCardsBlock()),
    ("district_map", DistrictMapBlock()),
    ("books", BooksBlock()),
    *WORDS,
]


class Blocks(StreamField):
    """A StreamField whose blocks are no part of the schema: changing them makes no migration, and none imports ours."""

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], {**kwargs, "block_lookup": {}}
