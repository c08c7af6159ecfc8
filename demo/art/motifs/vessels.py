"""Jars, bottles, bowls, cups and pots: things that hold."""

from demo.art import palette as c
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    ghost,
    globe,
    inside,
    line,
    oval,
    turned,
    wash,
)


def label(w: float, h: float, paper: str, accent: str, emblem: str = "", r: float = 10) -> str:
    """A paper label centred on (0, 0): an emblem between two accent rules, and no words."""
    sheet = block(-w / 2, -h / 2, w, h, r)
    rules = fill(block(-w / 2, -h / 2 + h * 0.07, w, h * 0.045), accent) + fill(
        block(-w / 2, h / 2 - h * 0.115, w, h * 0.045), accent
    )
    return (
        inside(sheet, fill(sheet, paper), rules, wash(sheet, "#FFFFFF", c.SHADOW, across=True, ends=(0, 0.14))) + emblem
    )


def glass(d: str, w: float, top: float, h: float) -> str:
    """Highlights that make a filled outline read as glass."""
    streak = fill(block(-w * 0.4, top, w * 0.09, h, w * 0.045), "#FFFFFF", 0.5)
    far = fill(block(w * 0.34, top, w * 0.05, h * 0.8, w * 0.025), "#FFFFFF", 0.25)
    return inside(d, streak, far, line(d, "#FFFFFF", 7, 0.35))


def jar(w: float, h: float, content: str, lid: str, pieces: str = "", front: str = "") -> str:
    """A glass jar with a screw lid; `pieces` show through the glass, `front` is its label."""
    r = w / 2
    d = turned(
        [
            (r * 0.8, -h),
            (r * 0.82, -h + 14),
            (r * 0.97, -h + h * 0.14),
            (r, -h * 0.7),
            (r, -h * 0.16),
            (r * 0.98, -h * 0.04),
            (r * 0.88, -1),
            (r * 0.55, 0),
        ]
    )
    level = -h * 0.86
    inner = wash(block(-r, level, w, -level), c.tint(content, 0.12), c.shade(content, 0.22), across=True)
    surface = fill(oval(0, level, r * 0.95, r * 0.1), c.tint(content, 0.3))
    body = fill(d, "#FFFFFF", 0.5) + inside(d, inner, surface, pieces) + glass(d, w, -h * 0.84, h * 0.72)
    cap = block(-r * 0.86, -h - h * 0.13, w * 0.86, h * 0.16, 10)
    ridges = line(
        "".join(f"M{x:.0f} {-h - h * 0.09:.0f}v{h * 0.09:.0f}" for x in range(int(-r * 0.8), int(r * 0.8), 16)),
        c.shade(lid, 0.25),
        3,
        0.5,
    )
    return body + cut(cap, lid, (-16, 0)) + inside(cap, ridges) + at(front, 0, -h * 0.42)


def cloth_cap(w: float, colour: str, pattern: str = "") -> str:
    """A cloth tied over a jar's lid, its rim at (0, 0)."""
    r = w / 2
    d = f"M{-r:.0f} 0C{-r * 1.1:.0f} {-r * 0.62:.0f} {r * 1.1:.0f} {-r * 0.62:.0f} {r:.0f} 0l{r * 0.22:.0f} {r * 0.36:.0f}"
    d += (
        "".join(f"q{-r * 0.15:.0f} {r * 0.1:.0f} {-r * 0.305:.0f} {0 if i % 2 else -r * 0.0:.0f}" for i in range(8))
        + "z"
    )
    return (
        cut(d, colour, (-14, -4)) + inside(d, pattern) + line(f"M{-r:.0f} 2Q0 {r * 0.16:.0f} {r:.0f} 2", c.STRAW600, 7)
    )


def bottle(w: float, h: float, liquid: str, cap: str, front: str = "", level: float = 0.62, neck: float = 0.34) -> str:
    """A bottle with round shoulders; `level` is how much of its height is filled."""
    r, n = w / 2, w * neck / 2
    d = turned(
        [
            (n, -h),
            (n, -h * 0.84),
            (n * 1.15, -h * 0.77),
            (r * 0.9, -h * 0.64),
            (r, -h * 0.55),
            (r, -h * 0.1),
            (r * 0.985, -h * 0.03),
            (r * 0.9, -1),
            (r * 0.55, 0),
        ]
    )
    top = -h * level
    inner = wash(block(-r, top, w, -top), c.tint(liquid, 0.15), c.shade(liquid, 0.22), across=True)
    surface = fill(oval(0, top, r * 0.9, r * 0.1), c.tint(liquid, 0.35))
    body = fill(d, "#FFFFFF", 0.45) + inside(d, inner, surface) + glass(d, w, -h * 0.58, h * 0.5)
    cork = block(-n * 1.15, -h - h * 0.07, n * 2.3, h * 0.11, 7)
    return body + cut(cork, cap, (-8, 0)) + at(front, 0, -h * 0.3)


def pot(w: float, h: float, clay: str, mouth: str = c.SHADOW) -> str:
    """A Sathing Mo water pot: round belly, stamped band, flared rim."""
    r = w / 2
    d = turned(
        [
            (r * 0.62, -h),
            (r * 0.5, -h * 0.9),
            (r * 0.6, -h * 0.82),
            (r * 0.95, -h * 0.6),
            (r, -h * 0.42),
            (r * 0.8, -h * 0.12),
            (r * 0.45, 0),
        ]
    )
    band = "".join(
        f"M{x:.0f} {-h * 0.62:.0f}l{w * 0.035:.0f} {h * 0.07:.0f}l{w * 0.035:.0f} {-h * 0.07:.0f}"
        for x in range(int(-r), int(r), max(8, int(w * 0.07)))
    )
    rules = "".join(f"M{-r:.0f} {y * h:.0f}Q0 {y * h + h * 0.05:.0f} {r:.0f} {y * h:.0f}" for y in (-0.66, -0.5))
    lip = cut(oval(0, -h, r * 0.66, r * 0.13), c.tint(clay, 0.15), (0, -4)) + fill(
        oval(0, -h - 2, r * 0.52, r * 0.08), mouth, 0.75
    )
    return (
        cut(d, clay, (-w * 0.1, -4), (8, 6))
        + inside(d, line(band + rules, c.shade(clay, 0.32), max(2, w / 90), 0.7))
        + lip
    )


def bowl(w: float, h: float, colour: str, contents: str = "", trim: str = "", inner: str = "") -> str:
    """A bowl; `contents` are drawn about (0, 0) at the middle of its opening and stay behind the front rim."""
    r, ry = w / 2, w * 0.13
    d = f"M{-r:.0f} {-h:.0f}C{-r * 0.95:.0f} {-h * 0.3:.0f} {-r * 0.6:.0f} 0 {-r * 0.4:.0f} 0H{r * 0.4:.0f}C{r * 0.6:.0f} 0 {r * 0.95:.0f} {-h * 0.3:.0f} {r:.0f} {-h:.0f}A{r:.0f} {ry:.0f} 0 0 1 {-r:.0f} {-h:.0f}z"
    hollow = oval(0, -h, r, ry)
    room = f"M{-w:.0f} {-h - w:.0f}H{w:.0f}V{-h:.0f}H{r:.0f}A{r:.0f} {ry:.0f} 0 0 1 {-r:.0f} {-h:.0f}H{-w:.0f}z"
    band = (
        line(f"M{-r:.0f} {-h * 0.72:.0f}A{r:.0f} {ry * 1.2:.0f} 0 0 0 {r:.0f} {-h * 0.72:.0f}", trim, h * 0.09)
        if trim
        else ""
    )
    return (
        fill(hollow, inner or c.shade(colour, 0.3)) + inside(room, at(contents, 0, -h)) + cut(d, colour, (-w * 0.07, -3))
        + inside(d, band) + line(f"M{-r:.0f} {-h:.0f}A{r:.0f} {ry:.0f} 0 0 0 {r:.0f} {-h:.0f}", c.tint(colour, 0.4), 6)
    )  # fmt: skip


def plate(w: float, colour: str, rim: str, flat: float = 0.3) -> str:
    """A plate seen from the table's edge; things on it stand at about (0, -w * flat * 0.3)."""
    r = w / 2
    ry = r * flat
    return (
        fill(oval(0, 6, r, ry), c.shade(colour, 0.28)) + fill(oval(0, -4, r, ry), colour)
        + line(oval(0, -5, r * 0.93, ry * 0.92), rim, 6) + fill(oval(0, -2, r * 0.7, ry * 0.68), c.shade(colour, 0.06))
    )  # fmt: skip


def dish(radius: float, colour: str, rim: str) -> str:
    """A plate seen from above, centred."""
    return (
        cut(oval(0, 0, radius), colour, (-8, -8))
        + line(oval(0, 0, radius * 0.93), rim, 8)
        + fill(oval(0, 0, radius * 0.72), c.shade(colour, 0.05))
    )


def cup(w: float, h: float, colour: str, drink: str, trim: str = "") -> str:
    """A cup with its handle to the right."""
    r, ry = w / 2, w * 0.12
    handle = line(
        f"M{r * 0.85:.0f} {-h * 0.78:.0f}c{r * 0.7:.0f} {-h * 0.1:.0f} {r * 0.75:.0f} {h * 0.55:.0f} {-r * 0.12:.0f} {h * 0.5:.0f}",
        c.shade(colour, 0.12),
        w * 0.085,
    )
    d = f"M{-r:.0f} {-h:.0f}C{-r:.0f} {-h * 0.25:.0f} {-r * 0.7:.0f} 0 {-r * 0.5:.0f} 0H{r * 0.5:.0f}C{r * 0.7:.0f} 0 {r:.0f} {-h * 0.25:.0f} {r:.0f} {-h:.0f}A{r:.0f} {ry:.0f} 0 0 1 {-r:.0f} {-h:.0f}z"
    band = (
        line(f"M{-r:.0f} {-h * 0.6:.0f}A{r:.0f} {ry:.0f} 0 0 0 {r:.0f} {-h * 0.6:.0f}", trim, h * 0.1) if trim else ""
    )
    top = fill(oval(0, -h, r, ry), c.tint(colour, 0.4)) + fill(oval(0, -h + 4, r * 0.88, ry * 0.78), drink)
    return handle + cut(d, colour, (-w * 0.1, 0)) + inside(d, band) + top


def mortar(w: float, h: float, stone: str, paste: str) -> str:
    """A stone mortar with its pestle leaning out to the right."""
    r = w / 2
    d = turned(
        [(r, -h), (r * 0.96, -h * 0.82), (r * 0.8, -h * 0.35), (r * 0.56, -h * 0.16), (r * 0.66, -6), (r * 0.6, 0)]
    )
    mouth = (
        fill(oval(0, -h, r * 1.01, r * 0.24), c.tint(stone, 0.22))
        + fill(oval(0, -h + 4, r * 0.82, r * 0.17), c.shade(stone, 0.5))
        + fill(oval(-6, -h + 12, r * 0.66, r * 0.1), paste)
    )
    club = at(
        cut(block(-w * 0.065, -h * 1.15, w * 0.13, h * 1.3, w * 0.06), c.shade(stone, 0.12), (-6, 0)),
        r * 0.16,
        -h * 1.02,
        30,
    )
    specks = "".join(
        fill(oval(-r * 0.7 + (i * 83) % int(w * 0.7), -h * 0.8 + (i * 47) % int(h * 0.7), 3), "#FFFFFF", 0.25)
        for i in range(22)
    )
    front = inside(
        f"M{-r * 1.1:.0f} {-h + 6:.0f}A{r:.0f} {r * 0.22:.0f} 0 0 0 {r * 1.1:.0f} {-h + 6:.0f}V10H{-r * 1.1:.0f}z",
        cut(d, stone, (-w * 0.1, 0)),
        inside(d, specks),
    )
    return cut(d, stone, (-w * 0.1, 0)) + mouth + club + front


def tin(w: float, h: float, colour: str, front: str = "", lid: str = "") -> str:
    r, ry = w / 2, w * 0.11
    d = f"M{-r:.0f} {-h:.0f}V{-ry * 0.4:.0f}A{r:.0f} {ry:.0f} 0 0 0 {r:.0f} {-ry * 0.4:.0f}V{-h:.0f}z"
    top = fill(oval(0, -h, r * 1.03, ry * 1.05), c.shade(lid or colour, 0.1)) + fill(
        oval(0, -h - 10, r * 1.03, ry), c.tint(lid or colour, 0.25)
    )
    return cut(d, colour, (-w * 0.12, 0)) + at(front, 0, -h * 0.46) + (top if lid else "")


def egg(w: float, colour: str) -> str:
    h = w * 1.26
    d = f"M0 {-h:.0f}C{w * 0.36:.0f} {-h:.0f} {w / 2:.0f} {-h * 0.62:.0f} {w / 2:.0f} {-h * 0.4:.0f}C{w / 2:.0f} {-h * 0.12:.0f} {w * 0.28:.0f} 0 0 0S{-w / 2:.0f} {-h * 0.12:.0f} {-w / 2:.0f} {-h * 0.4:.0f}C{-w / 2:.0f} {-h * 0.62:.0f} {-w * 0.36:.0f} {-h:.0f} 0 {-h:.0f}z"
    return globe(d, c.tint(colour, 0.5), c.shade(colour, 0.14))


def steam(height: float, colour: str = "#FFFFFF") -> str:
    wisps = "".join(
        f"M{x} 0c-26 {-height * 0.25:.0f} 26 {-height * 0.42:.0f} 0 {-height * k:.0f}"
        for x, k in ((-36, 0.75), (0, 1), (36, 0.8))
    )
    return ghost(line(wisps, colour, 9), 0.5)
