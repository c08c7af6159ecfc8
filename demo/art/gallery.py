"""Every picture of the demo by kind and key, with its alternative text in Thai and English."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from demo.art.backdrop import HEIGHT, WIDTH, backdrop
from demo.art.paper import at, contact, lifted, sheet

FAMILIES = (
    "products.textiles", "products.palmyra", "products.sweets", "products.pantry", "products.seafood", "products.fruit",
    "products.grain", "products.printed", "products.home", "products.veg_baskets",
    "scenes.lake", "scenes.canals", "scenes.beach", "scenes.land", "scenes.gardens", "scenes.markets", "scenes.town", "scenes.rooms",
    "scenes.close", "scenes.causes", "emblems.organisations", "emblems.districts",
)  # fmt: skip
WIDE = (1200, 800)  # journeys, stories, funds, campaigns
FLOOR = 975  # where things stand on a product's table


@dataclass(frozen=True)
class Picture:
    kind: str
    key: str
    width: int
    height: int
    draw: Callable[[], str]
    th: str
    en: str


GALLERY: dict[tuple[str, str], Picture] = {}


def picture(kind: str, key: str, size: tuple[int, int], *, th: str, en: str) -> Callable:
    """Register a function that returns the layers of one picture."""

    def keep(layers: Callable[[], str]) -> Callable[[], str]:
        if (kind, key) in GALLERY:
            raise ValueError(f"{kind}:{key} is drawn twice")
        GALLERY[kind, key] = Picture(kind, key, *size, lambda: sheet(*size, layers()), th, en)
        return layers

    return keep


def hang() -> dict[tuple[str, str], Picture]:
    """Register all pictures of all families and return them."""
    for family in FAMILIES:
        import_module(f"demo.art.{family}")
    return GALLERY


def product(key: str, setting: str, theme: str, *, th: str, en: str) -> Callable:
    """Register the things of one product, to be set before their backdrop."""

    def keep(things: Callable[[], str]) -> Callable[[], str]:
        picture("products", key, (WIDTH, HEIGHT), th=th, en=en)(lambda: backdrop(setting, theme, key) + things())
        return things

    return keep


def stand(
    piece: str, x: float = 480, y: float = FLOOR, rx: float = 0, scale: float = 1, turn: float = 0, flip: bool = False
) -> str:
    """Put a thing on the table with its contact shadow `rx` wide on each side."""
    dark = contact(x + 10, y - 2, rx, 12 + rx * 0.06) if rx else ""
    return dark + lifted(at(piece, x, y, turn, scale, flip), 3)


def lay(
    piece: str, x: float = 480, y: float = 600, turn: float = 0, scale: float = 1, level: int = 3, flip: bool = False
) -> str:
    """Lay a flat thing on a mat seen from above."""
    return lifted(at(piece, x, y, turn, scale, flip), level)
