"""Vegetables, roots, herbs and grains; each rests on (0, 0) unless it says centred."""

from random import Random

from demo.art import palette as c
from demo.art.motifs.leaves import leaf
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    globe,
    inside,
    line,
    oval,
    polar,
    smooth,
)

PUMPKIN, AUBERGINE, TOMATO, GOURD = "#D98A33", "#6B4A86", "#D5482E", "#8FB356"


def greens(height: float, colour: str, stalk: str = "#EEF2DC") -> str:
    """A head of pak choi standing up."""
    pieces = ""
    for i, (turn, k) in enumerate(((-34, 0.82), (34, 0.82), (-20, 0.94), (20, 0.94), (-7, 1), (8, 0.98))):
        tone = c.mix(c.shade(colour, 0.22), colour, i / 5)
        h = height * k
        rib = fill(f"M-12 0Q-9 {-h * 0.4:.0f} -3 {-h * 0.86:.0f}H3Q9 {-h * 0.4:.0f} 12 0z", stalk)
        blade = smooth(
            [
                (0, -h * 0.36),
                (-h * 0.17, -h * 0.52),
                (-h * 0.2, -h * 0.78),
                (0, -h),
                (h * 0.2, -h * 0.78),
                (h * 0.17, -h * 0.52),
            ]
        )
        veins = line(
            "".join(f"M0 {-h * y:.0f}l{s * h * 0.12:.0f} {-h * 0.09:.0f}" for y in (0.52, 0.64, 0.76) for s in (-1, 1)),
            stalk,
            3,
            0.6,
        )
        pieces += at(cut(blade, tone, (-5, -4)) + rib + veins, 0, 0, turn)
    return pieces + cut(
        smooth(
            [
                (-height * 0.13, -height * 0.2),
                (-height * 0.1, -4),
                (0, 0),
                (height * 0.1, -4),
                (height * 0.13, -height * 0.2),
                (0, -height * 0.26),
            ]
        ),
        stalk,
        (-5, 0),
    )


def long_stems(height: float, colour: str, tie: str, seed: str) -> str:
    """A tied bunch of water spinach or yard-long greens."""
    rng = Random(seed)
    stems, tips = "", ""
    for i in range(11):
        turn = -24 + 4.8 * i
        stems += at(
            line(f"M0 {height * 0.2:.0f}V{-height * 0.9:.0f}", c.mix(colour, "#DDE8A8", 0.4 + 0.3 * (i % 2)), 8),
            0,
            0,
            turn * 0.7,
        )
        for k in (0.5, 0.7, 0.92):
            x, y = polar(0, 0, height * k, turn * 0.7 - 90)
            tips += at(
                leaf(height * 0.3, height * 0.06, c.mix(colour, c.shade(colour), rng.random())),
                x,
                y,
                turn - 90 + rng.uniform(-40, 40),
            )
    return stems + tips + line(f"M{-height * 0.09:.0f} -6H{height * 0.09:.0f}", tie, 15)


def beans(length: float, colour: str) -> str:
    """A coil of yard-long beans, centred."""
    pieces = ""
    for i in range(6):
        r = length * (0.2 + 0.045 * i)
        x, y = polar(0, 0, r, 140 + 24 * i)
        pieces += line(
            f"M{x:.0f} {y * 0.7:.0f}A{r:.0f} {r * 0.6:.0f} 0 1 1 {-x * 0.8:.0f} {r * 0.58:.0f}",
            c.mix(colour, c.shade(colour), i % 2 * 0.6),
            14,
        )
    return pieces


def pumpkin(r: float, colour: str = PUMPKIN) -> str:
    h = r * 1.36
    pieces = "".join(
        globe(
            oval(x * r, -h / 2, w * r, h / 2),
            c.tint(colour, 0.25 - 0.1 * abs(x)),
            c.shade(colour, 0.16 + 0.12 * abs(x)),
        )
        for x, w in ((-0.66, 0.36), (0.66, 0.36), (-0.36, 0.4), (0.36, 0.4), (0, 0.36))
    )
    return pieces + cut(
        smooth([(-r * 0.1, -h * 0.93), (-r * 0.06, -h * 1.2), (r * 0.12, -h * 1.26), (r * 0.1, -h * 0.93)]),
        c.PALM600,
        (-4, 0),
    )


def pumpkin_wedge(r: float) -> str:
    """A cut wedge with seeds, centred."""
    d = f"M{-r:.0f} {-r * 0.3:.0f}A{r * 1.05:.0f} {r * 1.05:.0f} 0 0 0 {r:.0f} {-r * 0.3:.0f}Q0 {r * 0.16:.0f} {-r:.0f} {-r * 0.3:.0f}z"
    seeds = "".join(
        at(fill(oval(0, 0, 8, 13), c.SAND50), -r * 0.5 + i * r * 0.25, r * (0.06 - 0.05 * abs(i - 2)), (i - 2) * 24)
        for i in range(5)
    )
    return (
        cut(d, "#F2A93B", (-4, -8))
        + line(
            f"M{-r:.0f} {-r * 0.3:.0f}A{r * 1.05:.0f} {r * 1.05:.0f} 0 0 0 {r:.0f} {-r * 0.3:.0f}",
            c.shade(PUMPKIN, 0.25),
            11,
        )
        + seeds
    )


def aubergine(length: float) -> str:
    """A long aubergine lying to the right, centred."""
    d = smooth(
        [
            (-length / 2, -4),
            (-length * 0.3, -length * 0.09),
            (length * 0.2, -length * 0.14),
            (length / 2, -length * 0.04),
            (length * 0.42, length * 0.1),
            (length * 0.1, length * 0.11),
            (-length * 0.3, length * 0.06),
            (-length / 2, 8),
        ]
    )
    cap = fill(
        smooth(
            [
                (-length * 0.56, -8),
                (-length * 0.4, -length * 0.1),
                (-length * 0.34, 0),
                (-length * 0.4, length * 0.08),
                (-length * 0.56, 8),
            ]
        ),
        c.PALM400,
    )
    return (
        globe(d, c.tint(AUBERGINE, 0.25), c.shade(AUBERGINE, 0.3))
        + fill(oval(0, -length * 0.07, length * 0.2, length * 0.016), "#FFFFFF", 0.35)
        + line(f"M{-length * 0.54:.0f} 0h{-length * 0.08:.0f}", c.PALM600, 10)
        + cap
    )


def loofah(length: float) -> str:
    """A ridged gourd, centred, lying to the right."""
    d = smooth(
        [
            (-length / 2, -5),
            (-length * 0.2, -length * 0.08),
            (length * 0.25, -length * 0.11),
            (length / 2, -6),
            (length * 0.46, length * 0.06),
            (length * 0.2, length * 0.1),
            (-length * 0.2, length * 0.07),
            (-length / 2, 6),
        ]
    )
    ridges = "".join(
        f"M{-length / 2:.0f} 0Q{length * 0.1:.0f} {k * length:.0f} {length / 2:.0f} 0"
        for k in (-0.17, -0.07, 0.04, 0.14)
    )
    return (
        globe(d, c.tint(GOURD, 0.3), c.shade(GOURD, 0.16))
        + inside(d, line(ridges, c.PALM600, 5, 0.7))
        + line(f"M{-length / 2:.0f} 0q-20 0 -34 -14", c.PALM600, 9)
    )


def tomato(r: float) -> str:
    cap = "".join(at(leaf(r * 0.5, r * 0.1, c.PALM600, vein=False), 0, -r * 1.72, a) for a in range(18, 378, 72))
    return globe(oval(0, -r * 0.9, r, r * 0.9), "#F2785A", TOMATO) + cap


def chilli(length: float, colour: str = c.ROSE700) -> str:
    """A chilli lying to the right, its stalk at (0, 0)."""
    d = f"M0 {-length * 0.07:.0f}Q{length * 0.5:.0f} {-length * 0.16:.0f} {length:.0f} {length * 0.1:.0f}Q{length * 0.45:.0f} {length * 0.12:.0f} 0 {length * 0.07:.0f}z"
    return (
        cut(d, colour, (-2, -4))
        + line(
            f"M{length * 0.14:.0f} {-length * 0.04:.0f}Q{length * 0.45:.0f} {-length * 0.08:.0f} {length * 0.7:.0f} 0",
            "#FFFFFF",
            3,
            0.45,
        )
        + line(f"M4 0q{-length * 0.12:.0f} 0 {-length * 0.2:.0f} {-length * 0.1:.0f}", c.PALM600, length * 0.05)
        + fill(oval(4, 0, length * 0.05, length * 0.08), c.PALM400)
    )


def turmeric(length: float, flesh: str = "#E58A17") -> str:
    """A finger of turmeric with its cut end to the right, centred."""
    d = smooth(
        [
            (-length / 2, 0),
            (-length * 0.4, -length * 0.11),
            (-length * 0.1, -length * 0.1),
            (0, -length * 0.26),
            (length * 0.12, -length * 0.24),
            (length * 0.12, -length * 0.1),
            (length * 0.46, -length * 0.11),
            (length * 0.46, length * 0.11),
            (0, length * 0.13),
            (-length * 0.4, length * 0.11),
        ]
    )
    rings = "".join(
        f"M{x * length:.0f} {-length * 0.12:.0f}q{length * 0.05:.0f} {length * 0.12:.0f} 0 {length * 0.24:.0f}"
        for x in (-0.36, -0.24, -0.1, 0.06, 0.2, 0.32)
    )
    return (
        cut(d, "#B9823E", (-4, -6))
        + inside(d, line(rings, c.shade("#B9823E", 0.3), 3, 0.7))
        + fill(oval(length * 0.46, 0, length * 0.05, length * 0.11), flesh)
        + fill(oval(length * 0.46, 0, length * 0.025, length * 0.06), c.tint(flesh, 0.3))
    )


def garlic(r: float) -> str:
    d = smooth(
        [
            (0, -r * 2.2),
            (-r * 0.14, -r * 1.7),
            (-r * 0.9, -r * 1.0),
            (-r * 0.8, -r * 0.24),
            (0, 0),
            (r * 0.8, -r * 0.24),
            (r * 0.9, -r * 1.0),
            (r * 0.14, -r * 1.7),
        ]
    )
    cloves = line(
        "".join(
            f"M{k * r * 0.1:.0f} {-r * 1.75:.0f}Q{k * r * 0.62:.0f} {-r * 1.0:.0f} {k * r * 0.22:.0f} {-r * 0.08:.0f}"
            for k in (-2, -1, 0, 1, 2)
        ),
        "#D5B9C4",
        3,
        0.8,
    )
    return globe(d, "#FFFFFF", "#E6D6D2") + inside(d, cloves)


def lemongrass(length: float) -> str:
    """A stalk lying to the right, centred."""
    bulb = smooth(
        [
            (-length / 2, -6),
            (-length * 0.42, -18),
            (-length * 0.2, -13),
            (length / 2, -3),
            (length / 2, 4),
            (-length * 0.2, 12),
            (-length * 0.42, 18),
            (-length / 2, 8),
        ]
    )
    return cut(bulb, "#D6DDA0", (-2, -5)) + inside(
        bulb,
        fill(block(length * 0.05, -20, length, 40), c.PALM300, 0.6),
        line(f"M{-length * 0.4:.0f} -4H{length / 2:.0f}M{-length * 0.36:.0f} 6H{length * 0.4:.0f}", c.PALM400, 3, 0.6),
    )


def lime_half(r: float) -> str:
    rays = "".join("M0 0L{:.0f} {:.0f}".format(*polar(0, 0, r * 0.72, a)) for a in range(0, 360, 40))
    return (
        fill(oval(0, 0, r), c.PALM400)
        + fill(oval(0, 0, r * 0.88), "#F3F6D6")
        + fill(oval(0, 0, r * 0.78), "#C9DD84")
        + line(rays, "#F3F6D6", r * 0.07)
    )


def seedling(height: float, colour: str = c.PALM400) -> str:
    return (
        line(f"M0 0V{-height * 0.66:.0f}", c.PALM300, height * 0.08)
        + at(leaf(height * 0.5, height * 0.17, colour), 0, -height * 0.62, -34)
        + at(leaf(height * 0.5, height * 0.17, c.shade(colour, 0.14)), 0, -height * 0.62, -146)
    )


def heap(w: float, h: float, colour: str, grain: float, seed: str, long: float = 2.2) -> str:
    """A heap of grain, powder or beans on (0, 0)."""
    rng = Random(seed)
    d = smooth([(-w / 2, 0), (-w * 0.3, -h * 0.55), (0, -h), (w * 0.32, -h * 0.5), (w / 2, 0), (0, h * 0.08)])
    bits = ""
    for _ in range(int(w * h / (grain * grain * 9))):
        x, y = rng.uniform(-w / 2, w / 2), -rng.uniform(-0.05, 1) * h
        bits += at(
            fill(
                oval(0, 0, grain * long / 2, grain / 2), c.mix(c.shade(colour, 0.16), c.tint(colour, 0.5), rng.random())
            ),
            x,
            y,
            rng.uniform(0, 180),
        )
    return cut(d, colour, (-w * 0.04, -3)) + inside(d, bits)


def scatter(w: float, h: float, colour: str, grain: float, count: int, seed: str, long: float = 2.2) -> str:
    """Loose grains strewn about (0, 0)."""
    rng = Random(seed)
    return "".join(
        at(
            fill(
                oval(0, 0, grain * long / 2, grain / 2), c.mix(c.shade(colour, 0.16), c.tint(colour, 0.4), rng.random())
            ),
            rng.gauss(0, w / 4),
            rng.gauss(0, h / 4),
            rng.uniform(0, 180),
        )
        for _ in range(count)
    )


def coffee_bean(length: float, colour: str = "#6B4025") -> str:
    return globe(oval(0, 0, length / 2, length * 0.34), c.tint(colour, 0.2), c.shade(colour, 0.35)) + line(
        f"M{-length * 0.42:.0f} 0C{-length * 0.15:.0f} {-length * 0.16:.0f} {length * 0.15:.0f} {length * 0.16:.0f} {length * 0.42:.0f} 0",
        c.shade(colour, 0.55),
        length * 0.05,
    )
