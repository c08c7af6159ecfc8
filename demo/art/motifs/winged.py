"""Bees and doves; centred on (0, 0) and facing left."""

from demo.art import palette as c
from demo.art.paper import at, cut, fill, inside, line, oval, smooth


def bee(length: float) -> str:
    body = oval(0, 0, length / 2, length * 0.27)
    bands = "".join(
        fill(f"M{x * length:.0f} {-length:.0f}h{length * 0.1:.0f}v{length * 2:.0f}h{-length * 0.1:.0f}z", c.BARK)
        for x in (-0.12, 0.08, 0.28)
    )
    wings = "".join(
        at(fill(oval(0, 0, length * 0.16, length * 0.34), "#FFFFFF", 0.75), x, -length * 0.36, t)
        for x, t in ((-length * 0.06, -28), (length * 0.14, 24))
    )
    return (
        fill(body, c.MARIGOLD400)
        + inside(body, bands, fill(oval(-length * 0.46, 0, length * 0.2, length * 0.3), c.BARK))
        + wings
    )


def dove_body(length: float) -> str:
    return smooth(
        [
            (-length * 0.4, -length * 0.3),
            (-length * 0.2, -length * 0.4),
            (-length * 0.08, -length * 0.22),
            (length * 0.14, -length * 0.1),
            (length / 2, length * 0.12),
            (length * 0.1, length * 0.16),
            (-length * 0.16, length * 0.14),
            (-length * 0.34, -length * 0.08),
        ]
    )


def dove(length: float, colour: str, wing: str) -> str:
    """A zebra dove, sitting."""
    body = dove_body(length)
    tail = fill(
        f"M{length * 0.24:.0f} 0L{length * 0.62:.0f} {length * 0.14:.0f}L{length * 0.58:.0f} {length * 0.22:.0f}L{length * 0.16:.0f} {length * 0.14:.0f}z",
        c.shade(wing, 0.2),
    )
    fold = cut(
        smooth(
            [
                (-length * 0.16, -length * 0.14),
                (length * 0.1, -length * 0.1),
                (length * 0.4, length * 0.1),
                (length * 0.04, length * 0.08),
            ]
        ),
        wing,
        (-3, -4),
    )
    bars = line(
        "".join(
            f"M{-length * (0.34 - 0.045 * i):.0f} {-length * (0.12 - 0.05 * i):.0f}q{length * 0.06:.0f} {length * 0.06:.0f} {length * 0.1:.0f} 0"
            for i in range(4)
        ),
        c.shade(colour, 0.35),
        length * 0.014,
        0.6,
    )
    eye = fill(oval(-length * 0.3, -length * 0.31, length * 0.022), c.INK)
    return (
        tail
        + cut(body, colour, (-4, -5))
        + inside(body, bars)
        + fold
        + fill(
            f"M{-length * 0.4:.0f} {-length * 0.32:.0f}l{-length * 0.1:.0f} {length * 0.05:.0f}l{length * 0.1:.0f} {length * 0.02:.0f}z",
            c.BARK,
        )
        + eye
    )
