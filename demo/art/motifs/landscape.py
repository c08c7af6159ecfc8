"""Sky, hills, water, fields: layers as wide as the sheet they are given."""

from random import Random

from demo.art import palette as c
from demo.art.motifs.leaves import fan_leaf, feather_frond, palmyra
from demo.art.paper import (
    at,
    block,
    blurred,
    fill,
    ghost,
    inside,
    lifted,
    line,
    oval,
    smooth,
    wash,
    wavy,
)

SKIES = {
    "dawn": ("#F9D9B8", "#FDF1DC", "#F6B26B"),
    "morning": ("#CDE6E2", "#FDF3E0", "#F4B63F"),
    "noon": ("#BFE0DC", "#EDF6F1", "#FBE6B6"),
    "dusk": ("#5C6E8E", "#F2B28A", "#F7C873"),
    "night": ("#14262E", "#2F4E55", "#F6E7BE"),
    "rain": ("#8FA3A8", "#CFD8D6", "#DCE2DF"),
    "clay": ("#F3C9AE", "#FBEBDD", "#F4B63F"),
}


def sky(w: int, h: int, kind: str) -> str:
    top, low, _ = SKIES[kind]
    return wash(block(0, 0, w, h), top, low)


def sun(x: float, y: float, r: float, kind: str) -> str:
    colour = SKIES[kind][2]
    return (
        fill(oval(x, y, r * 2.1), colour, 0.14) + fill(oval(x, y, r * 1.5), colour, 0.2) + fill(oval(x, y, r), colour)
    )


def cloud(w: float, colour: str = "#FFFFFF", opacity: float = 0.7) -> str:
    """A flat-bottomed cloud centred on (0, 0)."""
    d = f"M{-w / 2:.0f} 0q0 {-w * 0.1:.0f} {w * 0.13:.0f} {-w * 0.1:.0f}q{w * 0.04:.0f} {-w * 0.14:.0f} {w * 0.2:.0f} {-w * 0.12:.0f}q{w * 0.1:.0f} {-w * 0.12:.0f} {w * 0.24:.0f} {w * 0.02:.0f}q{w * 0.16:.0f} {-w * 0.04:.0f} {w * 0.18:.0f} {w * 0.09:.0f}q{w * 0.22:.0f} 0 {w * 0.25:.0f} {w * 0.11:.0f}z"
    return fill(d, colour, opacity)


def hills(
    w: int, base: float, height: float, colour: str, seed: str, bottom: float = 0, step: int = 140, trees: bool = False
) -> str:
    """A range of hills whose feet stand on `base`."""
    rng = Random(seed)
    points = [(x, base - height * rng.uniform(0.35, 1)) for x in range(-200, w + 300, step)]
    d = smooth(points, closed=False) + f"V{bottom or base:.0f}H-200z"
    canopy = ""
    if trees:
        for x in range(-20, w + 40, 16):
            y = base - rng.uniform(0, height * 0.7)
            canopy += fill(
                oval(x, y, rng.uniform(14, 26), rng.uniform(10, 18)),
                c.mix(c.shade(colour, 0.1), c.tint(colour, 0.15), rng.random()),
                0.5,
            )
    return lifted(wash(d, colour, c.tint(colour, 0.3)), 1) + inside(d, canopy)


def water(w: int, top: float, bottom: float, near: str, far: str, seed: str, bands: int = 5) -> str:
    """Bands of paper water from far to near, each with its own waves and shadow."""
    rng = Random(seed)
    pieces = wash(block(0, top, w, bottom - top), far, near)
    for i in range(bands):
        t = (i + 0.6) / bands
        y = top + (bottom - top) * t * t
        colour = c.mix(far, near, t)
        pieces += lifted(fill(wavy(y, w, 5 + 12 * t, 150 + 170 * t, bottom + 20, rng.uniform(0, 300)), colour), 1)
    return pieces


def glints(w: int, top: float, bottom: float, colour: str, seed: str, count: int = 26) -> str:
    rng = Random(seed)
    strokes = ""
    for _ in range(count):
        t = rng.random()
        x, y, length = rng.uniform(0, w), top + (bottom - top) * t * t, 12 + 50 * t
        strokes += f"M{x:.0f} {y:.0f}h{length:.0f}"
    return line(strokes, colour, 3, 0.5)


def sunpath(x: float, top: float, bottom: float, colour: str, seed: str) -> str:
    """The sun's reflection: short strokes that widen towards us."""
    rng = Random(seed)
    strokes = ""
    y = top
    while y < bottom:
        t = (y - top) / (bottom - top)
        half = (26 + 90 * t) * rng.uniform(0.4, 1)
        strokes += fill(oval(x + rng.uniform(-16, 16), y, half, 2 + 3 * t), colour, 0.75 - 0.35 * t)
        y += 9 + 13 * t
    return strokes


def paddies(w: int, top: float, bottom: float, colours: tuple[str, ...], seed: str) -> str:
    """Rice fields in strips with low banks between them and young rice in rows."""
    rng = Random(seed)
    pieces, y, i = "", top, 0
    while y < bottom:
        t = (y - top) / (bottom - top)
        depth = 26 + 74 * t
        slope = rng.uniform(-16, 16) * (0.4 + t)
        d = f"M-20 {y:.0f}L{w + 20} {y + slope:.0f}V{bottom + 40:.0f}H-20z"
        rows = line(
            "".join(
                f"M-20 {y + 10 + k * depth / 4:.0f}L{w + 20} {y + slope + 10 + k * depth / 4:.0f}" for k in range(4)
            ),
            c.shade(colours[i % len(colours)], 0.22),
            3 + 5 * t,
            0.35,
            f"{2 + 3 * t:.0f} {10 + 12 * t:.0f}",
        )
        pieces += (
            lifted(fill(d, colours[i % len(colours)]), 1)
            + rows
            + line(f"M-20 {y:.0f}L{w + 20} {y + slope:.0f}", c.tint(c.WOOD, 0.3), 3 + 4 * t, 0.8)
        )
        y += depth
        i += 1
    return pieces


def palm_row(w: int, base: float, height: float, colour: str, seed: str, count: int = 9) -> str:
    """Palmyras on a far bank, uneven as they grow."""
    rng = Random(seed)
    pieces = ""
    for i in range(count):
        k = rng.uniform(0.72, 1.1)
        x = w * (i + rng.uniform(0.2, 0.8)) / count
        pieces += at(palmyra(height * k, height * 0.42 * k, colour, c.shade(c.WOOD, 0.25), f"{seed}{i}"), x, base)
    return pieces


def frame_of_leaves(w: int, colour: str, fan: bool = False, right: bool = True, left: bool = True) -> str:
    """Dark near leaves that hang into the upper corners."""
    leaf = fan_leaf(230, colour, c.shade(colour, 0.3)) if fan else feather_frond(430, colour, c.shade(colour, 0.3))
    pieces = ""
    if right:
        pieces += (
            at(leaf, w + 30, -40, 30, flip=True)
            + at(leaf, w + 50, 60, 4, 0.9, flip=True)
            + at(leaf, w - 120, -60, 62, 0.8, flip=True)
        )
    if left:
        pieces += at(leaf, -30, -40, 26) + at(leaf, -60, 70, 0, 0.9) + at(leaf, 130, -70, 64, 0.8)
    return lifted(pieces, 3)


def birds(x: float, y: float, colour: str, seed: str, count: int = 5) -> str:
    rng = Random(seed)
    wings = ""
    for i in range(count):
        bx, by, s = x + i * 34 + rng.uniform(-12, 12), y + rng.uniform(-26, 26), rng.uniform(9, 15)
        wings += f"M{bx - s:.0f} {by - s * 0.4:.0f}q{s * 0.6:.0f} {-s * 0.3:.0f} {s:.0f} {s * 0.5:.0f}q{s * 0.4:.0f} {-s * 0.8:.0f} {s:.0f} {-s * 0.5:.0f}"
    return line(wings, colour, 3.5, 0.8)


def rain(w: int, h: int, seed: str) -> str:
    rng = Random(seed)
    drops = "".join(f"M{rng.uniform(0, w):.0f} {rng.uniform(0, h):.0f}l-9 30" for _ in range(130))
    return line(drops, "#FFFFFF", 3, 0.4)


def stars(w: int, h: float, seed: str) -> str:
    rng = Random(seed)
    return "".join(
        fill(oval(rng.uniform(0, w), rng.uniform(0, h), rng.uniform(1.2, 3)), "#F6E7BE", rng.uniform(0.4, 0.95))
        for _ in range(70)
    )


def mist(w: int, y: float, h: float, opacity: float = 0.5) -> str:
    return blurred(fill(block(-40, y, w + 80, h), "#FFFFFF"), 2, opacity)


def lamp_glow(x: float, y: float, r: float, colour: str = "#FFD98A") -> str:
    return ghost(blurred(fill(oval(x, y, r), colour), 1), 0.55) + fill(oval(x, y, r * 0.24), "#FFF1C9")


def bushes(w: int, base: float, size: float, colour: str, seed: str) -> str:
    """A hedge of round bushes along `base`."""
    rng = Random(seed)
    pieces = ""
    x = -size
    while x < w + size:
        r = size * rng.uniform(0.6, 1.1)
        pieces += fill(oval(x, base, r, r * 0.8), c.mix(c.shade(colour, 0.14), c.tint(colour, 0.12), rng.random()))
        x += size * 0.9
    return lifted(pieces, 1)


def bank(w: int, y: float, bottom: float, colour: str, seed: str, wobble: float = 16) -> str:
    """Near ground with a soft edge."""
    rng = Random(seed)
    points = [(x, y + rng.uniform(-wobble, wobble)) for x in range(-120, w + 240, 120)]
    return lifted(wash(smooth(points, closed=False) + f"V{bottom}H-120z", colour, c.shade(colour, 0.16)), 2)
