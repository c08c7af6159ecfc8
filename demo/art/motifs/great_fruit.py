"""Durian, champedak, pomelo: fruit too large for one hand; each rests on (0, 0) unless it says centred."""

from random import Random

from demo.art import palette as c
from demo.art.motifs.leaves import leaf
from demo.art.paper import at, cut, fill, globe, inside, line, oval, polar, poly, smooth

DURIAN, CHAMPEDAK = "#B7B35A", "#C79B3B"


def _spikes(d: str, w: float, h: float, colour: str, step: float) -> str:
    rng = Random(f"{w}{h}")
    rows = ""
    y, odd = -h * 1.02, False
    while y < step:
        x = -w + (step / 2 if odd else 0)
        while x < w + step:
            j = rng.uniform(-0.12, 0.12) * step
            rows += fill(
                poly([(x - step * 0.5, y + step * 0.34), (x + j, y - step * 0.42), (x + step * 0.5, y + step * 0.34)]),
                c.tint(colour, 0.18),
            ) + fill(
                poly([(x + j, y - step * 0.42), (x + step * 0.5, y + step * 0.34), (x + step * 0.05, y + step * 0.3)]),
                c.shade(colour, 0.22),
            )
            x += step
        y += step * 0.66
        odd = not odd
    return inside(d, rows)


def durian(w: float, colour: str = DURIAN) -> str:
    """A native durian, `w` wide."""
    r, h = w / 2, w * 1.08
    outline = []
    for i in range(46):
        x, y = polar(0, -h / 2, 1, i * 360 / 46)
        k = 1.05 if i % 2 else 0.96
        outline.append((x * r * k, -h / 2 + (y + h / 2) * h / 2 * k))
    d = poly(outline)
    stem = cut(
        smooth([(-r * 0.08, -h * 0.96), (-r * 0.1, -h * 1.22), (r * 0.1, -h * 1.24), (r * 0.1, -h * 0.96)]),
        c.BARK,
        (-5, 0),
    )
    return stem + globe(d, c.tint(colour, 0.3), c.shade(colour, 0.3)) + _spikes(d, r, h, colour, w * 0.105)


def durian_open_lobes(r: float) -> str:
    return "".join(
        at(
            globe(
                smooth(
                    [
                        (-r * 0.3, 0),
                        (-r * 0.24, -r * 0.36),
                        (0, -r * 0.42),
                        (r * 0.24, -r * 0.34),
                        (r * 0.3, 0),
                        (r * 0.22, r * 0.36),
                        (0, r * 0.42),
                        (-r * 0.24, r * 0.34),
                    ]
                ),
                "#FFE9A8",
                "#E9B84C",
            ),
            x,
            0,
            t,
        )
        for x, t in ((-r * 0.38, 12), (r * 0.38, -12))
    )


def durian_open(w: float) -> str:
    """A split half with two chambers of flesh, centred."""
    r = w / 2
    husk = poly(
        [
            (
                polar(0, 0, r * (1.0 if i % 2 else 0.93), i * 9)[0],
                polar(0, 0, r * 0.72 * (1.0 if i % 2 else 0.93), i * 9)[1],
            )
            for i in range(40)
        ]
    )
    rind = oval(0, 0, r * 0.83, r * 0.56)
    lobes = durian_open_lobes(r)
    return (
        globe(husk, DURIAN, c.shade(DURIAN, 0.3))
        + cut(rind, "#F6EBCB", (6, 6))
        + lobes
        + line(f"M0 {-r * 0.5:.0f}V{r * 0.5:.0f}", "#E4D3A1", 10)
    )


def champedak(w: float, h: float) -> str:
    """A long champedak, upright."""
    r = w / 2
    d = smooth(
        [
            (0, -h),
            (-r * 0.7, -h * 0.92),
            (-r, -h * 0.62),
            (-r * 0.94, -h * 0.25),
            (-r * 0.55, -h * 0.03),
            (0, 0),
            (r * 0.55, -h * 0.03),
            (r * 0.94, -h * 0.25),
            (r, -h * 0.62),
            (r * 0.7, -h * 0.92),
        ]
    )
    rng = Random(f"c{w}")
    bumps = "".join(
        fill(oval(x + rng.uniform(-3, 3) + (12 if (y // 22) % 2 else 0), -y, 8, 7), c.tint(CHAMPEDAK, 0.25), 0.9)
        + fill(oval(x + 3 + (12 if (y // 22) % 2 else 0), -y + 4, 6, 4), c.shade(CHAMPEDAK, 0.25), 0.55)
        for y in range(0, int(h), 22)
        for x in range(int(-r), int(r), 24)
    )
    stem = line(f"M0 {-h * 0.98:.0f}q6 -40 30 -64", c.BARK, 18)
    return stem + globe(d, c.tint(CHAMPEDAK, 0.3), c.shade(CHAMPEDAK, 0.2)) + inside(d, bumps)


def champedak_open(w: float, h: float) -> str:
    """Half a champedak showing golden arils, upright."""
    r = w / 2
    d = smooth(
        [
            (0, -h),
            (-r * 0.75, -h * 0.9),
            (-r, -h * 0.55),
            (-r * 0.9, -h * 0.2),
            (0, 0),
            (r * 0.9, -h * 0.2),
            (r, -h * 0.55),
            (r * 0.75, -h * 0.9),
        ]
    )
    arils = ""
    rows = 6
    for i in range(rows):
        y = -h * (0.15 + 0.7 * i / (rows - 1))
        room = r * 0.46 if i in (0, rows - 1) else r * 0.58
        for side in (-1, 1):
            arils += at(
                globe(oval(0, 0, room * 0.62, h * 0.064), "#FFD86B", "#E59B1C"), side * room * 0.66, y, side * 16
            )
    return (
        cut(d, CHAMPEDAK, (-8, -4))
        + at(fill(d, "#F7E7BE"), 0, -h * 0.045, 0, 0.9)
        + line(f"M0 {-h * 0.9:.0f}V{-h * 0.12:.0f}", "#E6CF96", w * 0.08)
        + arils
    )


def aril(w: float) -> str:
    """One golden champedak aril, centred."""
    return globe(
        smooth(
            [
                (-w / 2, 0),
                (-w * 0.2, -w * 0.3),
                (w * 0.32, -w * 0.26),
                (w / 2, 0),
                (w * 0.3, w * 0.26),
                (-w * 0.2, w * 0.28),
            ]
        ),
        "#FFDD7E",
        "#E59B1C",
    ) + line(
        f"M{-w * 0.3:.0f} {-w * 0.04:.0f}q{w * 0.25:.0f} {-w * 0.14:.0f} {w * 0.52:.0f} 0", "#FFEDB5", w * 0.04, 0.8
    )


def pomelo(r: float) -> str:
    d = smooth(
        [
            (0, -r * 2.1),
            (-r * 0.34, -r * 1.96),
            (-r * 0.86, -r * 1.5),
            (-r * 1.04, -r * 0.85),
            (-r * 0.74, -r * 0.16),
            (0, 0),
            (r * 0.74, -r * 0.16),
            (r * 1.04, -r * 0.85),
            (r * 0.86, -r * 1.5),
            (r * 0.34, -r * 1.96),
        ]
    )
    rng = Random("pomelo")
    pores = "".join(
        fill(oval(rng.uniform(-r, r), -rng.uniform(0.1, 2) * r, r * 0.016), c.PALM400, 0.5) for _ in range(70)
    )
    return (
        globe(d, "#E7E59A", "#A9B552")
        + inside(d, pores)
        + line(f"M0 {-r * 2.06:.0f}v{-r * 0.16:.0f}", c.BARK, r * 0.08)
        + at(leaf(r * 0.95, r * 0.3, c.PALM600), 0, -r * 2.15, -20)
    )
