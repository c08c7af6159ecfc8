"""The woven map: every district a diamond of the Ko Yo weave, about where it lies.

Drawn from the districts' own positions, so that another province needs no drawing; diamonds that would cover one
another move apart, which makes it a map to choose by and not to measure on.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from network.places.models import District

WIDTH, HEIGHT, SIZE = 360, 420, 27
APART = 2.35 * SIZE
ROUNDS = 60
KEPT = 60 * 60


@dataclass(frozen=True)
class Diamond:
    slug: str
    name: str
    x: float
    y: float

    @property
    def points(self):
        return f"0,{-SIZE} {SIZE},0 0,{SIZE} {-SIZE},0"

    @property
    def label_y(self):
        return SIZE + 13


def woven_map():
    """The diamonds of this province in the reader's language; kept in the cache for an hour."""
    language = get_language()
    key = f"woven-map:{language}"
    diamonds = cache.get(key)
    if diamonds is None:
        diamonds = draw(District.objects.of_province(settings.PROVINCE_CODE).with_texts())
        cache.set(key, diamonds, KEPT)
    return diamonds


def draw(districts):
    placed = [place for place in districts if place.latitude is not None and place.longitude is not None]
    if not placed:
        return []
    spots = spread([[float(place.longitude), -float(place.latitude)] for place in placed])
    return [Diamond(place.slug, str(place), *spot) for place, spot in zip(placed, spots, strict=True)]


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
    margin = SIZE * 1.6
    left, right = min(x for x, _y in spots), max(x for x, _y in spots)
    top, bottom = min(y for _x, y in spots), max(y for _x, y in spots)
    wide, high = (right - left) or 1, (bottom - top) or 1
    return [
        [margin + (x - left) / wide * (WIDTH - 2 * margin), SIZE + (y - top) / high * (HEIGHT - 3 * SIZE)]
        for x, y in spots
    ]


def push(one, other):
    """Diamonds overlap by their Manhattan distance; half of what is missing moves each of the two."""
    across, down = other[0] - one[0], other[1] - one[1]
    missing = APART - abs(across) - abs(down)
    if missing <= 0:
        return
    step = missing / 4
    one[0] -= step if across >= 0 else -step
    other[0] += step if across >= 0 else -step
    one[1] -= step if down >= 0 else -step
    other[1] += step if down >= 0 else -step
