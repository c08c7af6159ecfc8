"""Where things lie in the drawings of the design system: percentages, written as SVG attributes.

The content policy forbids inline styles, so that whatever depends on data is drawn.
"""

from dataclasses import dataclass

HEADROOM = 12  # per cent of a basin left free above the highest mark
DEEP = 100


def level(satang, top):
    """How far from the top of a basin, in per cent, the surface of this much money stands."""
    depth = min(satang, top) / top if top else 0
    return round(DEEP - depth * (DEEP - HEADROOM), 2)


def percent(part, whole):
    """Whole per cent, rounded down: 99.9 is not yet 100."""
    return part * 100 // whole if whole else 0


@dataclass(frozen=True)
class Segment:
    """One share in a split bar."""

    label: str
    satang: int
    tone: str
    x: float
    width: float


TONES = ["lake", "marigold", "clay", "palm", "sand"]


def segments(parts):
    """Shares beside one another from parts with `label`, `satang` and, if wanted, `tone`."""
    whole = sum(part["satang"] for part in parts)
    laid, found = 0, []
    for number, part in enumerate(parts):
        width = part["satang"] * 100 / whole if whole else 0
        tone = part.get("tone") or TONES[number % len(TONES)]
        found.append(Segment(part["label"], part["satang"], tone, round(laid, 2), round(width, 2)))
        laid += width
    return found
