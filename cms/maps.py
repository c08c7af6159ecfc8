"""The woven map: every district a diamond of the Ko Yo weave, about where it lies.

Drawn from the districts' own positions, so that another province needs no drawing; diamonds that would cover one
another move apart, which makes it a map to choose by and not to measure on.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from network.places.models import District
from network.shell.identity import identity

WIDTH, HEIGHT, SIZE = 340, 640, 21
CELL = (84, 78)  # a diamond with its name below, in one line or two
ONE_LINE = 11  # letters
ROUNDS = 120
KEPT = 60 * 60


@dataclass(frozen=True)
class Diamond:
    slug: str
    name: str
    address: str
    x: float
    y: float

    @property
    def points(self):
        return f"0,{-SIZE} {SIZE},0 0,{SIZE} {-SIZE},0"

    @property
    def lines(self):
        """The name with its height below the diamond, broken at the space nearest to its middle if it is long."""
        spaces = [place for place, letter in enumerate(self.name) if letter == " "]
        if len(self.name) <= ONE_LINE or not spaces:
            return [(self.name, SIZE + 15)]
        middle = min(spaces, key=lambda place: abs(place - len(self.name) / 2))
        return [(self.name[:middle], SIZE + 15), (self.name[middle + 1 :], SIZE + 29)]


def woven_map():
    """The diamonds of this province in the reader's language; kept in the cache for an hour."""
    language = get_language()
    key = key_in(language)
    diamonds = cache.get(key)
    if diamonds is None:
        diamonds = draw(with_page(District.objects.of_province(identity().province), language), language)
        cache.set(key, diamonds, KEPT)
    return diamonds


def with_page(districts, language):
    """Those that a reader of this language can be led to."""
    return districts.filter(pages__live=True, pages__locale__language_code=language).with_texts()


def forget_map():
    """To be called when a district has moved."""
    cache.delete_many([key_in(language) for language, _name in settings.LANGUAGES])


def key_in(language):
    return f"woven-map:{WIDTH}x{HEIGHT}:{language}"


def draw(districts, language):
    placed = [place for place in districts if place.latitude is not None and place.longitude is not None]
    if not placed:
        return []
    spots = spread([[float(place.longitude), -float(place.latitude)] for place in placed])
    return [
        Diamond(place.slug, str(place), f"/{language}/places/{place.slug}/", *spot)
        for place, spot in zip(placed, spots, strict=True)
    ]


def spread(spots):
    """Scale positions into the drawing, then push neighbours apart, a little a round."""
    spots = fit(spots)
    for _round in range(ROUNDS):
        for one in spots:
            for other in spots:
                if one is not other:
                    push(one, other)
        spots = fit(spots)
    return [(round(x, 1), round(y, 1)) for x, y in spots]


def fit(spots):
    """Stretch them over the drawing, a cell's half away from its edges."""
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*spots, strict=True))
    across, down = WIDTH - CELL[0], HEIGHT - CELL[1]
    return [
        [CELL[0] / 2 + (x - left) / ((right - left) or 1) * across, SIZE + 4 + (y - top) / ((bottom - top) or 1) * down]
        for x, y in spots
    ]


def push(one, other):
    """Two cells that overlap move apart the shorter way, each by a quarter of what is missing."""
    gaps = [other[side] - one[side] for side in (0, 1)]
    missing = [CELL[side] - abs(gaps[side]) for side in (0, 1)]
    if min(missing) <= 0:
        return
    side = 0 if missing[0] / CELL[0] < missing[1] / CELL[1] else 1
    step = missing[side] / 4 * (1 if gaps[side] >= 0 else -1)
    one[side] -= step
    other[side] += step
