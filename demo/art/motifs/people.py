"""People as quiet paper figures, without faces; they stand or sit on (0, 0)."""

from dataclasses import dataclass

from demo.art import palette as c
from demo.art.paper import Point, at, block, cut, fill, inside, line, oval, smooth


@dataclass(frozen=True)
class Look:
    top: str
    lower: str
    skin: str = c.SKIN
    head: str = "hair"  # hair, bun, grey, scarf, ngop, cap, bob, or back: seen from behind
    cloth: str = c.CLAY400  # colour of a headscarf or cap


FISHER = Look(c.INDIGO, c.INDIGO, c.SKIN_DEEP, "ngop")


def _hood(h: float, look: Look) -> str:
    r = h * 0.072
    side = [(-1.3, 0.95), (-1.5, 0.82), (-2.0, 0.74)]
    edge = [(x * r, -h * y) for x, y in side] + [(0, -h * 0.7)] + [(-x * r, -h * y) for x, y in reversed(side)]
    hood = smooth([(0, -h * 1.025), *edge])
    return cut(hood, look.cloth, (-r * 0.25, -r * 0.1)) + fill(oval(0, -h * 0.925, r * 0.78, r * 0.95), look.skin)


def _hat(h: float, look: Look) -> str:
    """What is worn over the hair: a cap, a wide ngop, or nothing."""
    r = h * 0.072
    if look.head == "cap":
        d = f"M{-r * 1.1:.1f} {-h * 0.955:.1f}C{-r:.1f} {-h * 1.04:.1f} {r:.1f} {-h * 1.04:.1f} {r * 1.1:.1f} {-h * 0.955:.1f}L{r * 1.9:.1f} {-h * 0.945:.1f}Z"
        return fill(d, look.cloth)
    if look.head == "ngop":
        d = f"M{-r * 2.5:.1f} {-h * 0.945:.1f}Q{-r * 0.9:.1f} {-h * 0.985:.1f} {-r * 0.4:.1f} {-h * 1.05:.1f}H{r * 0.4:.1f}Q{r * 0.9:.1f} {-h * 0.985:.1f} {r * 2.5:.1f} {-h * 0.945:.1f}Q0 {-h * 0.915:.1f} {-r * 2.5:.1f} {-h * 0.945:.1f}z"
        return cut(d, c.STRAW, (-r * 0.3, -r * 0.2))
    return ""


def _head(h: float, look: Look) -> str:
    if look.head == "scarf":
        return _hood(h, look)
    r = h * 0.072
    dark = c.INK if look.head != "grey" else "#CFC8BE"
    neck = fill(block(-r * 0.42, -h * 0.885, r * 0.84, h * 0.07), c.shade(look.skin, 0.14))
    if look.head == "back":
        knot = fill(oval(0, -h * 0.9, r * 0.5, r * 0.42), c.tint(dark, 0.16))
        return neck + fill(oval(0, -h * 0.93, r * 1.08, r * 1.14), dark) + knot
    behind = ""
    if look.head == "bun":
        behind = fill(oval(r * 0.9, -h * 0.985, r * 0.5), dark)
    if look.head == "bob":
        sides = [
            (-r * 1.2, -h * 0.87),
            (-r * 1.2, -h * 0.96),
            (0, -h * 1.02),
            (r * 1.2, -h * 0.96),
            (r * 1.2, -h * 0.87),
        ]
        behind = fill(smooth(sides), dark)
    face = fill(oval(0, -h * 0.925, r, r * 1.12), look.skin)
    hair = f"M{-r * 1.08:.1f} {-h * 0.92:.1f}C{-r * 1.3:.1f} {-h * 1.035:.1f} {r * 1.3:.1f} {-h * 1.035:.1f} {r * 1.08:.1f} {-h * 0.92:.1f}Q{r * 0.6:.1f} {-h * 0.975:.1f} 0 {-h * 0.968:.1f}T{-r * 1.08:.1f} {-h * 0.92:.1f}z"
    return behind + neck + face + fill(hair, dark) + _hat(h, look)


def arm(h: float, side: int, hand: Point, look: Look, bend: float = 0.05) -> str:
    """An arm to `hand`, which is given in shares of the height from the shoulder."""
    sx, sy = side * h * 0.115, -h * 0.775
    hx, hy = sx + hand[0] * h, sy + hand[1] * h
    ex, ey = (sx + hx) / 2 + side * bend * h, (sy + hy) / 2 + abs(bend) * h * 0.5
    sleeve = line(f"M{sx:.1f} {sy:.1f}L{ex:.1f} {ey:.1f}", c.shade(look.top, 0.1), h * 0.066)
    return (
        line(f"M{ex:.1f} {ey:.1f}L{hx:.1f} {hy:.1f}", look.skin, h * 0.046)
        + sleeve
        + fill(oval(hx, hy, h * 0.028), look.skin)
    )


def _torso(h: float, look: Look) -> str:
    body = smooth(
        [
            (-h * 0.06, -h * 0.835),
            (-h * 0.145, -h * 0.79),
            (-h * 0.125, -h * 0.6),
            (-h * 0.125, -h * 0.46),
            (h * 0.125, -h * 0.46),
            (h * 0.125, -h * 0.6),
            (h * 0.145, -h * 0.79),
            (h * 0.06, -h * 0.835),
        ]
    )
    return cut(body, look.top, (-h * 0.025, 0))


def _feet(h: float, look: Look) -> str:
    return "".join(fill(oval(x * h, -h * 0.01, h * 0.04, h * 0.016), c.shade(look.skin, 0.2)) for x in (-0.055, 0.06))


def _sarong(h: float, look: Look) -> str:
    side = [(0.13, 0.045), (0.15, 0.3), (0.125, 0.49)]
    edge = [(-x * h, -y * h) for x, y in reversed(side)] + [(0, -h * 0.03)] + [(x * h, -y * h) for x, y in side]
    hem = f"M{-h * 0.2:.1f} {-h * 0.1:.1f}H{h * 0.2:.1f}M{-h * 0.2:.1f} {-h * 0.14:.1f}H{h * 0.2:.1f}"
    skirt = smooth(edge)
    return cut(skirt, look.lower, (-h * 0.03, 0)) + inside(skirt, line(hem, c.tint(look.lower, 0.45), h * 0.014, 0.8))


def _trousers(h: float, look: Look) -> str:
    left = f"M{-h * 0.055:.1f} {-h * 0.46:.1f}L{-h * 0.065:.1f} {-h * 0.05:.1f}"
    right = f"M{h * 0.055:.1f} {-h * 0.46:.1f}L{h * 0.07:.1f} {-h * 0.05:.1f}"
    return line(left, look.lower, h * 0.105) + line(right, c.shade(look.lower, 0.14), h * 0.105)


def person(
    h: float,
    look: Look,
    left: Point = (-0.06, 0.3),
    right: Point = (0.06, 0.3),
    sarong: bool = True,
    behind: str = "",
    bend: float = 0.05,
) -> str:
    """A standing figure; `left` and `right` are the hands, `behind` is drawn under the arms."""
    legs = _sarong(h, look) if sarong else _trousers(h, look)
    arms = arm(h, -1, left, look, bend) + arm(h, 1, right, look, bend)
    return _feet(h, look) + legs + _torso(h, look) + behind + arms + _head(h, look)


def seated(
    h: float, look: Look, left: Point = (-0.02, 0.26), right: Point = (0.02, 0.26), behind: str = "", bend: float = 0.05
) -> str:
    """A figure that sits facing us, knees forward; `h` is its standing height."""
    lap = smooth(
        [
            (-h * 0.13, -h * 0.2),
            (-h * 0.2, -h * 0.08),
            (-h * 0.15, 0),
            (h * 0.15, 0),
            (h * 0.2, -h * 0.08),
            (h * 0.13, -h * 0.2),
        ]
    )
    upper = at(_torso(h, look), 0, h * 0.34) + at(
        behind + arm(h, -1, left, look, bend) + arm(h, 1, right, look, bend) + _head(h, look), 0, h * 0.34
    )
    return cut(lap, look.lower, (-h * 0.03, -2)) + upper


def hand(skin: str, sleeve: str, aged: bool = False) -> str:
    """A forearm and hand seen from above, coming from below; fingertips near (0, -190), wrist at (0, 0)."""
    forearm = smooth([(-46, -20), (-58, 130), (-74, 330), (74, 330), (58, 130), (44, -20)])
    cuff = smooth([(-70, 140), (-92, 360), (92, 360), (70, 140), (0, 126)])
    palm = smooth([(-48, 6), (-60, -60), (-50, -110), (44, -116), (58, -60), (46, 8)])
    fingers = "".join(
        line(f"M{x} {-96}L{x * 1.12:.0f} {tip}", c.mix(skin, c.shade(skin), 0.25 * (i % 2)), 26)
        for i, (x, tip) in enumerate(((-38, -168), (-13, -196), (14, -190), (38, -158)))
    )
    thumb = line("M46 -36Q86 -70 80 -118", c.shade(skin, 0.08), 28)
    nails = "".join(
        fill(oval(x * 1.12, tip + 1, 8, 10), c.tint(skin, 0.45))
        for x, tip in ((-38, -168), (-13, -196), (14, -190), (38, -158))
    )
    creases = (
        line(
            "M-26 -74q26 -10 52 0M-22 -54q22 -8 44 0M-18 20q18 8 36 0M-20 36q20 8 40 0M-30 -120l-3 -14M-8 -132l-1 -14M16 -130l1 -14M34 -116l4 -12",
            c.shade(skin, 0.3),
            3,
            0.7,
        )
        if aged
        else ""
    )
    return (
        cut(forearm, skin, (-10, 0))
        + fingers
        + thumb
        + cut(palm, skin, (-8, 0))
        + nails
        + creases
        + cut(cuff, sleeve, (-12, 0))
        + line("M-72 146Q0 130 72 146", c.tint(sleeve, 0.4), 8)
    )
