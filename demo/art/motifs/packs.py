"""Bags, pouches, boxes and crates: things that are packed."""

from demo.art import palette as c
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    inside,
    line,
    oval,
    poly,
    smooth,
    tiled,
    wash,
)


def pouch(w: float, h: float, colour: str, front: str = "", window: str = "") -> str:
    """A stand-up pouch with a sealed top; `window` is the colour seen through a pane near its foot."""
    r = w / 2
    d = f"M{-r * 0.92:.0f} {-h:.0f}H{r * 0.92:.0f}L{r:.0f} {-h * 0.5:.0f}L{r * 0.95:.0f} {-24}Q{r * 0.9:.0f} 0 {r * 0.72:.0f} 0H{-r * 0.72:.0f}Q{-r * 0.9:.0f} 0 {-r * 0.95:.0f} {-24}L{-r:.0f} {-h * 0.5:.0f}z"
    seal = fill(block(-r, -h, w, h * 0.07), c.shade(colour, 0.14)) + line(
        f"M{-r:.0f} {-h * 0.885:.0f}H{r:.0f}", c.tint(colour, 0.4), 3, 0.8
    )
    gusset = fill(
        f"M{-r:.0f} {-h * 0.1:.0f}Q0 {-h * 0.02:.0f} {r:.0f} {-h * 0.1:.0f}V0H{-r:.0f}z", c.shade(colour, 0.16)
    )
    sheen = wash(block(-r, -h, w, h), "#FFFFFF", c.SHADOW, across=True, ends=(0.22, 0.2))
    pane = ""
    if window:
        glass = oval(0, -h * 0.26, r * 0.5, h * 0.11)
        pane = (
            fill(glass, window)
            + line(glass, c.tint(colour, 0.3), 5)
            + line(
                f"M{-r * 0.3:.0f} {-h * 0.3:.0f}q{r * 0.2:.0f} {-h * 0.04:.0f} {r * 0.4:.0f} {-h * 0.03:.0f}",
                "#FFFFFF",
                5,
                0.6,
            )
        )
    return fill(d, colour) + inside(d, seal, gusset, sheen) + pane + at(front, 0, -h * 0.56)


def side_bag(w: float, h: float, colour: str, band: str, front: str = "") -> str:
    """A folded-top paper bag with a tie, as coffee is sold."""
    r = w / 2
    d = poly([(-r * 0.96, -h * 0.86), (r * 0.96, -h * 0.86), (r, 0), (-r, 0)])
    fold = poly([(-r * 0.94, -h), (r * 0.94, -h), (r * 0.98, -h * 0.84), (-r * 0.98, -h * 0.84)])
    edge = fill(poly([(r * 0.7, -h), (r * 1.02, -h), (r * 1.02, 0), (r * 0.76, 0)]), c.shade(colour, 0.14))
    tie = fill(block(-r * 1.04, -h * 0.94, w * 1.04, h * 0.035, 6), band)
    return (
        fill(d, colour)
        + inside(d, edge)
        + cut(fold, c.tint(colour, 0.14), (0, -6))
        + tie
        + at(front, -r * 0.1, -h * 0.42)
    )


def sack_body(h: float, r: float) -> str:
    return smooth(
        [
            (-r * 0.3, -h * 0.83),
            (-r * 0.82, -h * 0.7),
            (-r, -h * 0.3),
            (-r * 0.93, -10),
            (0, 0),
            (r * 0.93, -10),
            (r, -h * 0.3),
            (r * 0.82, -h * 0.7),
            (r * 0.3, -h * 0.83),
        ]
    )


def sack(w: float, h: float, colour: str, tie: str, front: str = "") -> str:
    """A tied cloth sack of rice."""
    r = w / 2
    body = sack_body(h, r)
    frill = smooth(
        [
            (-r * 0.26, -h * 0.82),
            (-r * 0.52, -h * 0.97),
            (-r * 0.2, -h),
            (0, -h * 0.965),
            (r * 0.22, -h * 1.01),
            (r * 0.5, -h * 0.96),
            (r * 0.26, -h * 0.82),
        ]
    )
    folds = line(
        f"M{-r * 0.16:.0f} {-h * 0.8:.0f}q{-r * 0.3:.0f} {h * 0.1:.0f} {-r * 0.42:.0f} {h * 0.26:.0f}M{r * 0.05:.0f} {-h * 0.8:.0f}q{r * 0.04:.0f} {h * 0.08:.0f} 0 {h * 0.18:.0f}M{r * 0.2:.0f} {-h * 0.8:.0f}q{r * 0.3:.0f} {h * 0.1:.0f} {r * 0.38:.0f} {h * 0.24:.0f}",
        c.shade(colour, 0.2),
        5,
        0.7,
    )
    linen = tiled(body, line("M0 0H12M0 6H12", c.shade(colour, 0.3), 1.4, 0.35), 12, 12, 8)
    knot = line(f"M{-r * 0.27:.0f} {-h * 0.825:.0f}H{r * 0.27:.0f}", tie, 15) + line(
        f"M{r * 0.2:.0f} {-h * 0.82:.0f}q30 30 16 74M{r * 0.24:.0f} {-h * 0.82:.0f}q50 20 52 54", tie, 7
    )
    return (
        cut(frill, c.shade(colour, 0.06), (-8, 0))
        + cut(body, colour, (-w * 0.07, -6))
        + linen
        + folds
        + knot
        + at(front, 0, -h * 0.36)
    )


def box(w: float, h: float, d: float, colour: str, front: str = "", lid: str = "") -> str:
    """A closed box: front face on the ground, a side to the right, a top; `d` is the depth as drawn."""
    x, y = -w / 2 - d * 0.35, -h
    face = block(x, y, w, h)
    side = poly([(x + w, y), (x + w + d * 0.7, y - d * 0.42), (x + w + d * 0.7, -d * 0.42), (x + w, 0)])
    top = poly([(x, y), (x + d * 0.7, y - d * 0.42), (x + w + d * 0.7, y - d * 0.42), (x + w, y)])
    rim = (
        fill(block(x, y, w, h * 0.2), lid)
        + fill(
            poly(
                [
                    (x + w, y),
                    (x + w + d * 0.7, y - d * 0.42),
                    (x + w + d * 0.7, y - d * 0.42 + h * 0.2),
                    (x + w, y + h * 0.2),
                ]
            ),
            c.shade(lid, 0.25),
        )
        if lid
        else ""
    )
    light = wash(face, "#FFFFFF", c.SHADOW, across=True, ends=(0.14, 0.08))
    return (
        fill(side, c.shade(colour, 0.26))
        + fill(face, colour)
        + light
        + fill(top, c.tint(lid or colour, 0.3))
        + rim
        + at(front, x + w / 2, y + h * 0.55)
    )


def crate(w: float, h: float, colour: str, contents: str, slats: int = 3) -> str:
    """An open wooden crate; `contents` are drawn about (0, 0) at the middle of its opening."""
    r = w / 2
    back = cut(block(-r * 0.96, -h * 1.12, w * 0.96, h * 0.3, 6), c.shade(colour, 0.3), (0, -4))
    gap = h / slats
    boards, nails = "", ""
    for i in range(slats):
        board = block(-r, -h + i * gap, w, gap * 0.86, 5)
        grain = line(
            f"M{-r:.0f} {-h + i * gap + gap * 0.3:.0f}q{r * 0.5:.0f} 8 {r:.0f} 0t{r:.0f} 4M{-r:.0f} {-h + i * gap + gap * 0.6:.0f}q{r * 0.6:.0f} -8 {r * 1.2:.0f} 0",
            c.shade(colour, 0.25),
            2,
            0.45,
        )
        boards += cut(board, c.mix(colour, c.tint(colour), (i % 2) * 0.3), (-6, -5)) + inside(board, grain)
        nails += "".join(fill(oval(x, -h + i * gap + gap * 0.43, 5), c.shade(colour, 0.5)) for x in (-r + 22, r - 22))
    posts = "".join(cut(block(x, -h * 1.04, 40, h * 1.04, 4), c.shade(colour, 0.1), (-5, 0)) for x in (-r + 2, r - 42))
    return back + at(contents, 0, -h) + boards + posts + nails


def carton(w: float, h: float, colour: str, contents: str, front: str = "") -> str:
    """An open carton with its flaps folded out."""
    r = w / 2
    inner = poly([(-r, -h), (-r * 0.86, -h - 54), (r * 0.86, -h - 54), (r, -h)])
    flaps = cut(
        poly([(-r, -h), (-r * 1.24, -h + 56), (-r * 1.14, -h - 30), (-r * 0.86, -h - 54)]),
        c.shade(colour, 0.12),
        (-4, -4),
    ) + cut(
        poly([(r, -h), (r * 1.24, -h + 56), (r * 1.14, -h - 30), (r * 0.86, -h - 54)]), c.shade(colour, 0.05), (-4, -4)
    )
    face = block(-r, -h, w, h, 4)
    grip = fill(block(-r * 0.2, -h * 0.83, w * 0.2, h * 0.1, h * 0.05), c.shade(colour, 0.45))
    return (
        fill(inner, c.shade(colour, 0.4))
        + flaps
        + at(contents, 0, -h)
        + cut(face, colour, (-10, -6))
        + grip
        + at(front, 0, -h * 0.38)
    )


def sachet(w: float, h: float, colour: str, front: str = "") -> str:
    """A flat sealed packet, centred."""
    d = block(-w / 2, -h / 2, w, h, 8)
    crimps = line(
        "".join(
            f"M{x:.0f} {-h / 2:.0f}v{h * 0.06:.0f}M{x:.0f} {h / 2:.0f}v{-h * 0.06:.0f}"
            for x in range(int(-w / 2) + 8, int(w / 2), 12)
        ),
        c.shade(colour, 0.3),
        3,
        0.6,
    )
    return cut(d, colour, (-9, -7)) + crimps + wash(d, "#FFFFFF", c.SHADOW, across=True, ends=(0.25, 0.12)) + front


def tag(w: float, h: float, paper: str, string: str) -> str:
    """A hanging tag whose hole is at (0, 0)."""
    d = poly([(-w / 2, 22), (-w / 4, -14), (w / 4, -14), (w / 2, 22), (w / 2, h), (-w / 2, h)])
    marks = line(
        f"M{-w * 0.3:.0f} {h * 0.5:.0f}h{w * 0.6:.0f}M{-w * 0.3:.0f} {h * 0.68:.0f}h{w * 0.42:.0f}",
        c.shade(paper, 0.25),
        5,
        0.7,
    )
    return (
        line("M0 6q-30 -60 10 -110", string, 4)
        + cut(d, paper, (-5, -4))
        + fill(oval(0, 6, 7), c.shade(paper, 0.5))
        + marks
    )


def sealed_label(w: float, colour: str, emblem: str) -> str:
    """A round paper label."""
    return fill(oval(0, 0, w / 2), c.SAND0) + line(oval(0, 0, w * 0.43), colour, w * 0.035) + emblem
