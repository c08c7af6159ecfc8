"""What every network needs and an editor may rename: the first shelves of the shop and the first dimensions."""

import json
from pathlib import Path

from marketplace.catalogue.menu import forget_menu
from marketplace.catalogue.models import Category
from network.organisations.models import Dimension

TEXTS = Path(__file__).parent.parent / "texts" / "network.json"


def stock_shelves():
    """Only where there is none at all: a network that has chosen its own keeps to them."""
    told = json.loads(TEXTS.read_text(encoding="utf-8"))
    if not Category.objects.exists():
        for slug, names in told["shelves"].items():
            write_names(Category.add_root(name=names["th"], slug=slug, code=slug), names)
        forget_menu()
    if not Dimension.objects.exists():
        for position, (key, names) in enumerate(told["dimensions"].items()):
            write_names(Dimension.objects.create(key=key, position=position), names)


def write_names(thing, names):
    for language, name in names.items():
        thing.write_texts(language, name=name)
