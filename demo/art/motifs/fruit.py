"""Fruit of the sixteen districts; each rests on (0, 0) unless it says centred."""

from random import Random

from demo.art import palette as c
from demo.art.motifs.leaves import leaf
from demo.art.paper import at, cut, fill, globe, inside, line, oval, polar, poly, smooth

ORANGE, ORANGE_DEEP, SAPODILLA, MANGO = "#F0932B", "#D9731A", "#A9744A", "#8DB255"


def somchuk(r: float, leaves: bool = True) -> str:
    """A mandarin with a neck, the som chuk of Chana."""
    d = smooth(
        [
            (-r * 0.1, -r * 2.36),
            (-r * 0.2, -r * 2.12),
            (-r * 0.62, -r * 1.78),
            (-r, -r * 1.0),
            (-r * 0.74, -r * 0.24),
            (0, 0),
            (r * 0.74, -r * 0.24),
            (r, -r * 1.0),
            (r * 0.62, -r * 1.78),
            (r * 0.2, -r * 2.12),
            (r * 0.1, -r * 2.36),
        ]
    )
    rng = Random(f"{r}")
    pores = "".join(
        fill(oval(rng.uniform(-r, r), -rng.uniform(0.1, 2) * r, r * 0.022), ORANGE_DEEP, 0.45) for _ in range(34)
    )
    folds = line(
        f"M{-r * 0.12:.0f} {-r * 2.2:.0f}Q{-r * 0.3:.0f} {-r * 1.9:.0f} {-r * 0.62:.0f} {-r * 1.62:.0f}M{r * 0.04:.0f} {-r * 2.2:.0f}V{-r * 1.82:.0f}M{r * 0.16:.0f} {-r * 2.16:.0f}Q{r * 0.3:.0f} {-r * 1.9:.0f} {r * 0.5:.0f} {-r * 1.7:.0f}",
        ORANGE_DEEP,
        r * 0.035,
        0.6,
    )
    stem = line(f"M0 {-r * 2.34:.0f}v{-r * 0.22:.0f}", c.PALM800, r * 0.09)
    pair = (
        at(leaf(r * 1.15, r * 0.34, c.PALM400), 0, -r * 2.44, -18)
        + at(leaf(r * 0.9, r * 0.28, c.PALM600), 0, -r * 2.46, -158)
        if leaves
        else ""
    )
    return (
        stem
        + globe(d, "#FBBF5B", ORANGE)
        + inside(d, pores, folds, at(line(d, ORANGE_DEEP, r * 0.16, 0.5), r * 0.05, r * 0.04))
        + pair
    )


def citrus_half(r: float, peel: str, pith: str, flesh: str, wedges: int = 10) -> str:
    """A cut citrus fruit, centred."""
    pieces = fill(oval(0, 0, r), peel) + fill(oval(0, 0, r * 0.93), pith)
    for i in range(wedges):
        a, b = 360 / wedges * i + 3, 360 / wedges * (i + 1) - 3
        mid = (a + b) / 2
        wedge = smooth(
            [
                polar(0, 0, r * 0.12, mid),
                polar(0, 0, r * 0.7, a + 2),
                polar(0, 0, r * 0.82, mid),
                polar(0, 0, r * 0.7, b - 2),
            ]
        )
        drops = "".join(
            line(
                "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(
                    *polar(0, 0, r * 0.4, mid + k), *polar(0, 0, r * 0.66, mid + k * 1.4)
                ),
                c.tint(flesh, 0.5),
                r * 0.022,
                0.7,
            )
            for k in (-5, 5)
        )
        pieces += cut(wedge, flesh, (-r * 0.02, -r * 0.02)) + drops
    return pieces + fill(oval(0, 0, r * 0.08), pith)


def mango(r: float, colour: str = MANGO, blush: str = "") -> str:
    """A small light mango lying on its side, `r` half its length."""
    d = smooth(
        [
            (-r, -r * 0.62),
            (-r * 0.72, -r * 1.1),
            (-r * 0.05, -r * 1.24),
            (r * 0.7, -r * 0.86),
            (r, -r * 0.3),
            (r * 0.68, -r * 0.02),
            (-r * 0.2, 0),
            (-r * 0.86, -r * 0.22),
        ]
    )
    glow = inside(d, fill(oval(-r * 0.5, -r * 1.0, r * 0.62, r * 0.42), blush, 0.55)) if blush else ""
    shine = fill(oval(-r * 0.3, -r * 0.92, r * 0.3, r * 0.09), "#FFFFFF", 0.28)
    return (
        globe(d, c.tint(colour, 0.45), c.shade(colour, 0.14))
        + glow
        + at(shine, 0, 0, 8)
        + line(
            f"M{-r * 0.97:.0f} {-r * 0.72:.0f}q{-r * 0.12:.0f} {-r * 0.1:.0f} {-r * 0.14:.0f} {-r * 0.26:.0f}",
            c.BARK,
            r * 0.07,
        )
    )


def mango_slice(r: float, flesh: str) -> str:
    """A lengthwise slice, centred."""
    d = f"M{-r:.0f} 0Q{-r * 0.2:.0f} {-r * 0.75:.0f} {r:.0f} {-r * 0.1:.0f}Q{r * 0.1:.0f} {r * 0.5:.0f} {-r:.0f} 0z"
    return cut(d, flesh, (-r * 0.05, -r * 0.07)) + line(
        f"M{-r:.0f} 0Q{-r * 0.2:.0f} {-r * 0.75:.0f} {r:.0f} {-r * 0.1:.0f}", MANGO, r * 0.09
    )


def sapodilla(r: float) -> str:
    d = smooth(
        [
            (0, -r * 2.02),
            (-r * 0.68, -r * 1.76),
            (-r, -r * 0.98),
            (-r * 0.7, -r * 0.2),
            (0, 0),
            (r * 0.7, -r * 0.2),
            (r, -r * 0.98),
            (r * 0.68, -r * 1.76),
        ]
    )
    rng = Random(f"s{r}")
    dust = "".join(
        fill(oval(rng.uniform(-r, r), -rng.uniform(0.1, 1.9) * r, r * 0.03), c.BARK, 0.35) for _ in range(44)
    )
    crown = fill(poly([(-r * 0.2, -r * 1.96), (0, -r * 2.1), (r * 0.2, -r * 1.96), (0, -r * 1.9)]), c.BARK) + line(
        f"M0 {-r * 2:.0f}v{-r * 0.16:.0f}", c.BARK, r * 0.09
    )
    return globe(d, c.tint(SAPODILLA, 0.35), c.shade(SAPODILLA, 0.1)) + inside(d, dust) + crown


def sapodilla_half(r: float) -> str:
    """A cut sapodilla with its shining black seeds, centred."""
    core = fill(oval(0, 0, r, r * 0.95), c.shade(SAPODILLA, 0.12)) + globe(
        oval(0, 0, r * 0.91, r * 0.86), "#E9B87A", "#C98747", 0.5, 0.5
    )
    seeds = "".join(
        at(
            fill(oval(0, 0, r * 0.09, r * 0.26), c.INK)
            + fill(oval(-r * 0.03, -r * 0.06, r * 0.02, r * 0.1), "#FFFFFF", 0.6),
            *polar(0, 0, r * 0.36, turn),
            turn + 90,
        )
        for turn in (-90, 10, 130)
    )
    rays = line(
        "".join(
            "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*polar(0, 0, r * 0.16, a), *polar(0, 0, r * 0.7, a))
            for a in range(0, 360, 30)
        ),
        "#F3CF9C",
        r * 0.03,
        0.6,
    )
    return core + rays + seeds


def mangosteen(r: float) -> str:
    cap = "".join(
        at(
            fill(oval(0, 0, r * 0.34, r * 0.2), c.PALM400 if i % 2 else c.PALM600),
            *polar(0, -r * 1.72, r * 0.3, i * 90 + 45),
            i * 90 + 45,
        )
        for i in range(4)
    )
    return (
        globe(oval(0, -r, r, r * 0.96), "#7D3550", "#421327")
        + fill(oval(-r * 0.3, -r * 1.3, r * 0.26, r * 0.14), "#FFFFFF", 0.18)
        + cap
        + line(f"M0 {-r * 1.75:.0f}v{-r * 0.3:.0f}", c.BARK, r * 0.12)
    )


def mangosteen_open(r: float) -> str:
    """A mangosteen with its lid off, centred."""
    lobes = "".join(
        at(globe(oval(0, 0, r * 0.27, r * 0.2), "#FFFFFF", "#E9DFD2"), *polar(0, 0, r * 0.34, i * 60), i * 60)
        for i in range(6)
    )
    return (
        fill(oval(0, 0, r), "#57192F")
        + fill(oval(0, 0, r * 0.82), "#A54A62")
        + fill(oval(0, 0, r * 0.66), "#7C2C46")
        + lobes
    )


def longkong(r: float, count: int = 11) -> str:
    """A bunch that hangs from the top; rests on (0, 0)."""
    rng = Random(f"l{count}")
    pieces = line(f"M0 {-r * 8:.0f}q{r:.0f} {r * 3:.0f} 0 {r * 6:.0f}", c.BARK, r * 0.35)
    spots = sorted(
        ((rng.uniform(-2.1, 2.1) * r * (1 - i / count * 0.5), -r * (1 + 5.6 * i / count)) for i in range(count)),
        key=lambda p: p[1],
    )
    return pieces + "".join(at(globe(oval(0, 0, r, r * 1.06), "#F0DDA4", "#C3A15C"), x, y) for x, y in spots)


def cacao_pod(length: float, colour: str) -> str:
    """A ridged pod lying to the right, centred."""
    h = length * 0.42
    d = smooth(
        [
            (-length / 2, 0),
            (-length * 0.38, -h * 0.42),
            (0, -h / 2),
            (length * 0.32, -h * 0.34),
            (length / 2, -h * 0.06),
            (length * 0.34, h * 0.3),
            (0, h / 2),
            (-length * 0.36, h * 0.42),
        ]
    )
    ridges = "".join(
        f"M{-length / 2:.0f} 0Q0 {k * h:.0f} {length / 2:.0f} {-h * 0.06:.0f}" for k in (-0.72, -0.34, 0, 0.34, 0.72)
    )
    return (
        line(f"M{-length * 0.48:.0f} 0h{-length * 0.1:.0f}", c.BARK, h * 0.13)
        + globe(d, c.tint(colour, 0.3), c.shade(colour, 0.2))
        + inside(d, line(ridges, c.shade(colour, 0.3), h * 0.04, 0.7))
    )


def cacao_half(length: float, colour: str) -> str:
    """A cut pod with beans in white pulp, centred."""
    h = length * 0.42
    d = smooth(
        [
            (-length / 2, 0),
            (-length * 0.38, -h * 0.42),
            (0, -h / 2),
            (length * 0.32, -h * 0.34),
            (length / 2, 0),
            (length * 0.34, h * 0.34),
            (0, h / 2),
            (-length * 0.36, h * 0.42),
        ]
    )
    beans = "".join(
        at(globe(oval(0, 0, length * 0.075, h * 0.15), "#FFFDF6", "#DCCDB8"), x * length * 0.135, y * h * 0.15, 18 * y)
        for x in (-2, -1, 0, 1, 2)
        for y in (-1, 1)
    )
    return (
        cut(d, colour, (-6, -5)) + at(fill(d, "#F1DFC0"), 0, 0, 0, 0.86) + at(fill(d, "#B58A5E"), 0, 0, 0, 0.76) + beans
    )


def coffee_branch(length: float) -> str:
    """A branch with ripe cherries, to the right."""
    pieces = line(f"M0 0Q{length / 2:.0f} {-length * 0.12:.0f} {length:.0f} 0", c.BARK, 9)
    for i in range(5):
        x = length * (0.1 + 0.2 * i)
        y = -length * 0.05
        pieces += at(leaf(length * 0.3, length * 0.085, c.PALM600 if i % 2 else c.PALM400), x, y, -52) + at(
            leaf(length * 0.28, length * 0.08, c.PALM600), x, y, 56
        )
        pieces += "".join(
            at(globe(oval(0, 0, length * 0.034), "#E8604A", "#8E1F1A"), x + dx, y + dy)
            for dx, dy in ((-15, 8), (8, 15), (16, -9), (-4, -14))
        )
    return pieces


def tamarind(length: float) -> str:
    """A curved pod, centred."""
    top = [
        (-length / 2 + length * t / 6, -abs(t - 3) * -length * 0.03 - length * 0.1 - (length * 0.02 if t % 2 else 0))
        for t in range(7)
    ]
    low = [(x, y + length * (0.15 if i % 2 else 0.12)) for i, (x, y) in reversed(list(enumerate(top)))]
    d = smooth(top + low)
    return cut(d, "#9A6A3C", (-5, -7), (3, 3)) + inside(
        d,
        line(
            "".join(f"M{x:.0f} {y:.0f}q6 {length * 0.08:.0f} 0 {length * 0.14:.0f}" for x, y in top[1:-1:2]),
            c.BARK,
            4,
            0.5,
        ),
    )
