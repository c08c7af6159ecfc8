"""Fish, crabs, shrimps, birds and bees; centred on (0, 0) and facing left."""

from demo.art import palette as c
from demo.art.paper import Point, at, cut, fill, globe, inside, line, oval, polar, smooth, wash


def _scales(d: str, length: float, height: float, colour: str) -> str:
    step = length * 0.05
    rows = ""
    for row in range(int(height / step) + 2):
        y = -height / 2 + row * step * 0.8
        x = -length / 2 + (step / 2 if row % 2 else 0)
        rows += f"M{x:.0f} {y:.0f}" + f"q{step / 2:.1f} {step * 0.8:.1f} {step:.1f} 0" * int(length / step)
    return inside(d, line(rows, colour, 2, 0.4))


def fish_body(length: float, h: float) -> str:
    return smooth(
        [
            (-length / 2, h * 0.08),
            (-length * 0.36, -h * 0.36),
            (-length * 0.1, -h * 0.52),
            (length * 0.2, -h * 0.3),
            (length * 0.36, -h * 0.1),
            (length * 0.36, h * 0.12),
            (length * 0.16, h * 0.34),
            (-length * 0.12, h * 0.5),
            (-length * 0.36, h * 0.36),
        ]
    )


def fish_side(fin: str, length: float, h: float) -> str:
    return at(
        fill(smooth([(0, -h * 0.07), (length * 0.11, -h * 0.13), (length * 0.12, h * 0.1), (0, h * 0.07)]), fin, 0.9),
        -length * 0.2,
        h * 0.08,
        14,
    )


def fish(length: float, back: str, belly: str, fin: str = "") -> str:
    """A sea bass: deep body, spiny back fin."""
    h, fin = length * 0.34, fin or c.shade(back, 0.2)
    body = fish_body(length, h)
    tail = smooth([(length * 0.33, 0), (length / 2, -h * 0.42), (length * 0.46, 0), (length / 2, h * 0.44)])
    dorsal = fill(
        f"M{-length * 0.2:.0f} {-h * 0.42:.0f}l{length * 0.03:.0f} {-h * 0.34:.0f}l{length * 0.05:.0f} {h * 0.14:.0f}l{length * 0.04:.0f} {-h * 0.12:.0f}l{length * 0.05:.0f} {h * 0.14:.0f}q{length * 0.1:.0f} {-h * 0.2:.0f} {length * 0.18:.0f} {-h * 0.04:.0f}L{length * 0.2:.0f} {-h * 0.2:.0f}z",
        fin,
    )
    low = fill(
        f"M{-length * 0.12:.0f} {h * 0.44:.0f}l{length * 0.08:.0f} {h * 0.26:.0f}l{length * 0.04:.0f} {-h * 0.28:.0f}zM{length * 0.12:.0f} {h * 0.32:.0f}l{length * 0.1:.0f} {h * 0.26:.0f}l{length * 0.03:.0f} {-h * 0.34:.0f}z",
        fin,
    )
    skin = wash(body, back, belly) + _scales(body, length, h, c.shade(back, 0.25))
    gill = line(
        f"M{-length * 0.27:.0f} {-h * 0.34:.0f}q{length * 0.07:.0f} {h * 0.34:.0f} 0 {h * 0.66:.0f}",
        c.shade(back, 0.3),
        length * 0.01,
    )
    side = fish_side(fin, length, h)
    eye = fill(oval(-length * 0.37, -h * 0.08, length * 0.024), "#FFFFFF") + fill(
        oval(-length * 0.372, -h * 0.08, length * 0.014), c.INK
    )
    return (
        cut(tail, fin, (-4, -4))
        + dorsal
        + low
        + skin
        + gill
        + side
        + eye
        + line(
            f"M{-length * 0.5:.0f} {h * 0.1:.0f}q{length * 0.04:.0f} {h * 0.04:.0f} {length * 0.07:.0f} {h * 0.02:.0f}",
            c.shade(back, 0.4),
            length * 0.009,
        )
    )


def small_fish(length: float, colour: str) -> str:
    """A little fish split and dried."""
    d = smooth(
        [
            (-length / 2, 0),
            (-length * 0.2, -length * 0.15),
            (length * 0.2, -length * 0.09),
            (length * 0.34, 0),
            (length * 0.2, length * 0.09),
            (-length * 0.2, length * 0.15),
        ]
    )
    tail = f"M{length * 0.3:.0f} 0L{length / 2:.0f} {-length * 0.13:.0f}Q{length * 0.43:.0f} 0 {length / 2:.0f} {length * 0.13:.0f}z"
    spine = line(
        f"M{-length * 0.24:.0f} 0H{length * 0.28:.0f}"
        + "".join(
            f"M{x * length:.0f} 0l{-length * 0.05:.0f} {s * length * 0.07:.0f}"
            for x in (-0.14, -0.02, 0.1, 0.2)
            for s in (-1, 1)
        ),
        c.shade(colour, 0.3),
        length * 0.014,
        0.7,
    )
    return (
        fill(tail, c.shade(colour, 0.22))
        + cut(d, colour, (-3, -4))
        + spine
        + fill(oval(-length * 0.36, -length * 0.03, length * 0.022), c.INK)
    )


def catfish_d(length: float, h: float) -> str:
    return smooth(
        [
            (-length / 2, 0),
            (-length * 0.42, -h * 0.5),
            (-length * 0.24, -h * 0.62),
            (0, -h * 0.5),
            (length * 0.36, -h * 0.22),
            (length * 0.38, h * 0.2),
            (0, h * 0.5),
            (-length * 0.26, h * 0.56),
            (-length * 0.42, h * 0.42),
        ]
    )


def catfish(length: float, colour: str) -> str:
    """A cured walking catfish, flat head and whiskers."""
    h = length * 0.2
    d = catfish_d(length, h)
    fins = fill(
        f"M{-length * 0.16:.0f} {-h * 0.5:.0f}Q{length * 0.1:.0f} {-h * 1.05:.0f} {length * 0.36:.0f} {-h * 0.3:.0f}z",
        c.shade(colour, 0.28),
    ) + fill(
        f"M{-length * 0.08:.0f} {h * 0.48:.0f}Q{length * 0.14:.0f} {h * 0.95:.0f} {length * 0.36:.0f} {h * 0.26:.0f}z",
        c.shade(colour, 0.28),
    )
    tail = cut(oval(length * 0.42, 0, length * 0.08, h * 0.4), c.shade(colour, 0.2), (-4, -3))
    whiskers = line(
        f"M{-length * 0.47:.0f} {-h * 0.1:.0f}q{-length * 0.07:.0f} {-h * 0.4:.0f} {-length * 0.03:.0f} {-h * 0.9:.0f}M{-length * 0.47:.0f} {h * 0.12:.0f}q{-length * 0.08:.0f} {h * 0.3:.0f} {-length * 0.05:.0f} {h * 0.8:.0f}M{-length * 0.49:.0f} 0q{-length * 0.06:.0f} {-h * 0.1:.0f} {-length * 0.09:.0f} {h * 0.3:.0f}",
        c.shade(colour, 0.35),
        4,
    )
    cuts = line(
        "".join(
            f"M{x * length:.0f} {-h * 0.42:.0f}q{length * 0.03:.0f} {h * 0.42:.0f} 0 {h * 0.8:.0f}"
            for x in (-0.08, 0.04, 0.16)
        ),
        c.shade(colour, 0.35),
        5,
        0.6,
    )
    return (
        fins
        + tail
        + cut(d, colour, (-4, -7), (4, 5))
        + inside(d, cuts, fill(oval(-length * 0.1, -h * 0.3, length * 0.2, h * 0.1), "#FFFFFF", 0.2))
        + whiskers
        + fill(oval(-length * 0.42, -h * 0.14, 6), c.INK)
    )


def _curl(r: float, width: float, turn: float, side: int) -> Point:
    """A point on the outer (1) or inner (-1) edge of a shrimp's back, which tapers from 160° to 400°."""
    slim = 1 - ((turn - 160) / 240) ** 1.3 * 0.72
    return polar(0, 0, r + side * width * slim, turn)


def shrimp(length: float, colour: str) -> str:
    """A curled cooked shrimp."""
    r, width = length * 0.31, length * 0.14
    turns = range(160, 401, 20)
    body = smooth([_curl(r, width, a, 1) for a in turns] + [_curl(r, width, a, -1) for a in reversed(turns)])
    bands = "".join(
        "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*_curl(r, width, a, 1), *_curl(r, width, a + 8, -1))
        for a in range(206, 396, 30)
    )
    fan = smooth([(0, 0), (length * 0.17, -length * 0.12), (length * 0.13, 0), (length * 0.17, length * 0.12)])
    tail = at(fill(fan, c.shade(colour, 0.14)), *polar(0, 0, r, 394), 120)
    hx, hy = polar(0, 0, r, 158)
    feelers = f"M{hx:.0f} {hy:.0f}q{-length * 0.3:.0f} {length * 0.02:.0f} {-length * 0.34:.0f} {length * 0.3:.0f}M{hx:.0f} {hy:.0f}q{-length * 0.12:.0f} {length * 0.22:.0f} {length * 0.02:.0f} {length * 0.4:.0f}"
    legs = "".join(
        "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*polar(0, 0, r * 0.66, a), *polar(0, 0, r * 0.36, a + 10))
        for a in range(186, 300, 24)
    )
    return (
        tail
        + line(feelers + legs, c.shade(colour, 0.2), max(2, length * 0.022))
        + cut(body, colour, (-length * 0.03, -length * 0.04), (4, 4))
        + inside(body, line(bands, c.tint(colour, 0.5), length * 0.03, 0.8))
        + fill(oval(hx - length * 0.01, hy - length * 0.06, length * 0.026), c.INK)
    )


def crab_arms(claw: str, w: float, r: float) -> str:
    return "".join(
        line(
            f"M{s * r * 0.9:.0f} {-r * 0.2:.0f}L{s * w * 0.36:.0f} {-w * 0.14:.0f}L{s * w * 0.27:.0f} {-w * 0.27:.0f}",
            claw,
            w * 0.04,
        )
        + at(
            cut(
                smooth(
                    [
                        (0, 0),
                        (-w * 0.045, -w * 0.07),
                        (-w * 0.02, -w * 0.17),
                        (w * 0.012, -w * 0.1),
                        (w * 0.035, -w * 0.17),
                        (w * 0.05, -w * 0.06),
                    ]
                ),
                c.tint(claw, 0.12),
                (-3, -2),
            ),
            s * w * 0.27,
            -w * 0.24,
            s * -16,
        )
        for s in (-1, 1)
    )


def crab_body(r: float) -> str:
    return smooth(
        [
            (-r * 1.34, -r * 0.02),
            (-r * 0.7, -r * 0.5),
            (0, -r * 0.62),
            (r * 0.7, -r * 0.5),
            (r * 1.34, -r * 0.02),
            (r * 0.66, r * 0.52),
            (0, r * 0.66),
            (-r * 0.66, r * 0.52),
        ]
    )


def crab(w: float, shell: str, claw: str) -> str:
    """A blue swimming crab seen from above, facing up."""
    r = w * 0.27
    legs = "".join(
        line(
            f"M{s * r * 0.8:.0f} {y:.0f}q{s * w * 0.13:.0f} {-w * 0.05:.0f} {s * w * k:.0f} {w * d:.0f}",
            claw,
            w * 0.026,
        )
        for s in (-1, 1)
        for y, k, d in ((0, 0.22, 0.03), (r * 0.22, 0.22, 0.1), (r * 0.4, 0.17, 0.16))
    )
    paddles = "".join(
        at(fill(oval(0, 0, w * 0.055, w * 0.032), claw), s * w * 0.33, r * 0.95, s * 40)
        + line(f"M{s * r * 0.5:.0f} {r * 0.5:.0f}L{s * w * 0.3:.0f} {r * 0.88:.0f}", claw, w * 0.026)
        for s in (-1, 1)
    )
    arms = crab_arms(claw, w, r)
    body = crab_body(r)
    marks = "".join(
        fill(oval(x * r, y * r, r * 0.09, r * 0.07), c.tint(shell, 0.55), 0.8)
        for x, y in (
            (-0.7, 0.05),
            (-0.4, -0.25),
            (0, -0.35),
            (0.4, -0.25),
            (0.7, 0.05),
            (-0.3, 0.2),
            (0.3, 0.2),
            (0, 0.02),
        )
    )
    eyes = "".join(
        line(f"M{s * r * 0.2:.0f} {-r * 0.5:.0f}v{-r * 0.22:.0f}", claw, 5)
        + fill(oval(s * r * 0.2, -r * 0.76, r * 0.07), c.INK)
        for s in (-1, 1)
    )
    return legs + paddles + arms + eyes + cut(body, shell, (-6, -6), (5, 5)) + marks


def dolphin_body(length: float, h: float) -> str:
    return smooth(
        [
            (-length / 2, -h * 0.1),
            (-length * 0.42, -h * 0.5),
            (-length * 0.2, -h * 0.62),
            (length * 0.1, -h * 0.44),
            (length * 0.36, 0),
            (length * 0.4, h * 0.16),
            (length * 0.1, h * 0.32),
            (-length * 0.26, h * 0.46),
            (-length * 0.47, h * 0.24),
        ]
    )


def dolphin(length: float, colour: str) -> str:
    """An Irrawaddy dolphin: round head, small fin."""
    h = length * 0.3
    body = dolphin_body(length, h)
    tail = smooth(
        [(length * 0.35, h * 0.06), (length * 0.5, -h * 0.34), (length * 0.46, h * 0.1), (length * 0.54, h * 0.5)]
    )
    fin = fill(
        f"M{length * 0.06:.0f} {-h * 0.46:.0f}q{length * 0.1:.0f} {-h * 0.4:.0f} {length * 0.14:.0f} {-h * 0.32:.0f}l{-length * 0.02:.0f} {h * 0.42:.0f}z",
        c.shade(colour, 0.2),
    )
    flipper = cut(
        smooth(
            [
                (-length * 0.22, h * 0.3),
                (-length * 0.08, h * 0.3),
                (-length * 0.04, h * 0.86),
                (-length * 0.16, h * 0.7),
            ]
        ),
        c.shade(colour, 0.14),
        (-3, -3),
    )
    belly = inside(body, fill(oval(-length * 0.24, h * 0.52, length * 0.34, h * 0.34), c.tint(colour, 0.6)))
    return (
        cut(tail, colour, (-4, -4))
        + fin
        + globe(body, c.tint(colour, 0.25), c.shade(colour, 0.12))
        + belly
        + flipper
        + fill(oval(-length * 0.38, -h * 0.1, length * 0.016), c.INK)
        + line(
            f"M{-length * 0.48:.0f} {h * 0.08:.0f}q{length * 0.05:.0f} {h * 0.1:.0f} {length * 0.11:.0f} {h * 0.04:.0f}",
            c.shade(colour, 0.4),
            length * 0.009,
        )
    )
