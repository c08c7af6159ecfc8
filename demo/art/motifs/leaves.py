"""Leaves, fronds, palms and ears of rice."""

from random import Random

from demo.art import palette as c
from demo.art.paper import (
    at,
    cut,
    fill,
    inside,
    line,
    oval,
    polar,
    poly,
    smooth,
)


def leaf(length: float, width: float, colour: str, vein: bool = True) -> str:
    """A pointed leaf from (0, 0) to the right, its lower half in shade."""
    upper = f"M0 0Q{length * 0.38:.0f} {-width:.0f} {length:.0f} 0"
    lower = f"M0 0Q{length * 0.38:.0f} {width:.0f} {length:.0f} 0"
    rib = line(f"M0 0H{length * 0.9:.0f}", c.tint(colour, 0.45), max(2, length / 60)) if vein else ""
    return fill(upper + "z", colour) + fill(lower + "z", c.shade(colour, 0.2)) + rib


def sprig(length: float, colour: str, leaves: int = 5, size: float = 90, width: float = 26) -> str:
    """A twig to the right with leaves on both sides."""
    pieces = line(f"M0 0Q{length / 2:.0f} {-length / 14:.0f} {length:.0f} 0", c.shade(colour, 0.25), 6)
    for i in range(leaves):
        x = length * (i + 0.6) / leaves
        side = -1 if i % 2 else 1
        pieces += at(leaf(size * (1 - 0.06 * i), width, colour), x, -length / 30, side * 42)
    return pieces + at(leaf(size, width, colour), length, 0, -4)


def banana_leaf(length: float, width: float, colour: str) -> str:
    """A broad leaf with ribs, laid flat and centred."""
    half = length / 2
    d = f"M{-half:.0f} 0C{-half * 0.6:.0f} {-width:.0f} {half * 0.5:.0f} {-width:.0f} {half:.0f} 0"
    d += f"C{half * 0.5:.0f} {width:.0f} {-half * 0.6:.0f} {width:.0f} {-half:.0f} 0z"
    ribs = "".join(
        f"M{x:.0f} 0Q{x + 26:.0f} {-width * 0.5:.0f} {x + 54:.0f} {-width:.0f}"
        f"M{x:.0f} 0Q{x + 26:.0f} {width * 0.5:.0f} {x + 54:.0f} {width:.0f}"
        for x in range(int(-half), int(half), 26)
    )
    lower = fill(f"M{-half:.0f} 0H{half:.0f}V{width:.0f}H{-half:.0f}z", c.shade(colour, 0.12))
    middle = line(f"M{-half:.0f} 0H{half * 0.97:.0f}", c.tint(colour, 0.4), 7)
    return fill(d, colour) + inside(d, lower, line(ribs, c.shade(colour, 0.22), 3, 0.55)) + middle


def feather_frond(length: float, colour: str, rib: str, leaflets: int = 17) -> str:
    """A nipa or coconut frond that arches to the right from (0, 0)."""
    pieces = ""
    drop = length * 0.22
    for i in range(leaflets):
        t = (i + 1) / leaflets
        x, y = length * t, drop * t * t
        size = length * 0.4 * (1 - 0.62 * t) + length * 0.05
        slope = 40 * t
        for side in (-1, 1):
            pieces += at(leaf(size, size * 0.085, colour, vein=False), x, y, slope + side * (56 - 22 * t))
    spine = line(f"M0 0Q{length * 0.5:.0f} 0 {length:.0f} {drop:.0f}", rib, length / 70)
    return pieces + spine


def fan_leaf(radius: float, colour: str, rib: str, spread: float = 230, blades: int = 19) -> str:
    """A palmyra leaf: blades around (0, 0), open towards the top."""
    start, step = -90 - spread / 2, spread / blades
    points, ribs = [(0.0, 0.0)], ""
    for i in range(blades):
        low, tip = start + i * step, start + (i + 0.5) * step
        points += [polar(0, 0, radius * 0.56, low), polar(0, 0, radius * (0.94 + 0.06 * (i % 2)), tip)]
        ribs += "M0 0L{:.0f} {:.0f}".format(*polar(0, 0, radius * 0.9, tip))
    points.append(polar(0, 0, radius * 0.56, start + spread))
    d = poly(points)
    return fill(d, colour) + line(ribs, rib, max(1.5, radius / 90), 0.5)


def palmyra(height: float, crown: float, colour: str, trunk: str, seed: str = "") -> str:
    """A toddy palm that stands on (0, 0): a straight ringed trunk and a round crown."""
    rng = Random(seed)
    w = height * 0.028 + 3
    stem = smooth(
        [(-w * 1.5, 0), (-w, -height * 0.2), (-w * 0.8, -height), (w * 0.8, -height), (w, -height * 0.2), (w * 1.5, 0)]
    )
    rings = "".join(
        f"M{-w * 1.4:.0f} {-y:.0f}q{w * 1.4:.0f} {w * 0.5:.0f} {w * 2.8:.0f} 0"
        for y in range(20, int(height), max(9, int(height / 26)))
    )
    leaves = at(fan_leaf(crown * 0.6, c.shade(colour, 0.3), c.shade(colour, 0.42), 360, 24), 0, -height)
    for i, turn in enumerate((-150, 152, -112, 114, -172, -74, 76, -38, 40, 2)):
        tone = c.mix(c.shade(colour, 0.32), c.tint(colour, 0.14), i / 9)
        turn += rng.uniform(-9, 9)
        x, y = polar(0, -height, crown * rng.uniform(0.28, 0.36), turn - 90)
        leaves += line(f"M0 {-height:.0f}L{x:.0f} {y:.0f}", c.shade(tone, 0.15), max(2, crown / 42))
        leaves += at(fan_leaf(crown * rng.uniform(0.6, 0.7), tone, c.shade(tone, 0.3), 164, 11), x, y, turn)
    nuts = (
        "".join(
            fill(oval(x * crown, -height + y * crown, crown * 0.075), c.mix(c.WOOD700, c.BARK, 0.5 * (i % 3)))
            for i, (x, y) in enumerate(((-0.09, 0.1), (0.07, 0.12), (-0.01, 0.2), (0.15, 0.06)))
        )
        if crown > 60
        else ""
    )
    return cut(stem, trunk, (-w * 0.5, 0)) + inside(stem, line(rings, c.shade(trunk, 0.3), 2, 0.5)) + leaves + nuts


def coconut(height: float, crown: float, colour: str, trunk: str, lean: float = 60) -> str:
    """A coconut palm that leans to the right."""
    w = height * 0.022 + 3
    stem = smooth(
        [
            (-w * 1.6, 0),
            (lean * 0.2 - w, -height * 0.45),
            (lean - w * 0.7, -height),
            (lean + w * 0.7, -height),
            (lean * 0.2 + w, -height * 0.45),
            (w * 1.6, 0),
        ]
    )
    fronds = "".join(
        at(
            feather_frond(crown, c.mix(c.shade(colour, 0.28), colour, i / 6), c.shade(colour, 0.3), 13),
            lean,
            -height,
            turn,
            flip=flip,
        )
        for i, (turn, flip) in enumerate(
            ((30, False), (-30, True), (4, False), (-4, True), (-32, False), (32, True), (-66, False))
        )
    )
    return cut(stem, trunk, (-w * 0.5, 0)) + fronds


def rice_ear(length: float, colour: str, stalk: str) -> str:
    """A bowed ear of rice from (0, 0) upwards and to the right."""
    bend = line(
        f"M0 0C0 {-length * 0.6:.0f} {length * 0.1:.0f} {-length:.0f} {length * 0.45:.0f} {-length * 0.82:.0f}",
        stalk,
        length / 60 + 1,
    )
    grains = ""
    for i in range(12):
        t = i / 11
        x = length * (0.05 + 0.42 * t)
        y = -length * (0.86 + 0.1 * t - 0.24 * t * t * 1.4)
        grains += at(
            fill(oval(0, 0, length * 0.055, length * 0.022), c.mix(colour, c.tint(colour), i % 2 * 0.6)),
            x,
            y,
            55 + (i % 2) * 40 - 30 * t,
        )
    return bend + grains


def bundle(piece: str, count: int, spread: float, seed: str) -> str:
    """The same leaf or stalk several times, fanned around (0, 0)."""
    rng = Random(seed)
    return "".join(at(piece, rng.uniform(-6, 6), 0, -spread / 2 + spread * i / max(1, count - 1)) for i in range(count))
