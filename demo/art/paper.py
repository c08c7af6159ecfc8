"""Cut paper: paths, shaded pieces, shadows and whole sheets, all as SVG text.

Nothing here keeps state. An id is the checksum of what it names, so that equal pieces may share it.
"""

import math
from collections.abc import Sequence
from zlib import crc32

from demo.art.palette import SHADOW, shade, tint

Point = tuple[float, float]


def num(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _id(text: str) -> str:
    return f"i{crc32(text.encode()):08x}"


def polar(cx: float, cy: float, radius: float, degrees: float) -> Point:
    turn = math.radians(degrees)
    return cx + radius * math.cos(turn), cy + radius * math.sin(turn)


def poly(points: Sequence[Point], closed: bool = True) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + ("z" if closed else "")


def smooth(points: Sequence[Point], closed: bool = True) -> str:
    """A soft curve through all points (Catmull-Rom as Bézier pieces)."""
    count = len(points)

    def point(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    pieces = [f"M{num(points[0][0])} {num(points[0][1])}"]
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (point(i + k) for k in (-1, 0, 1, 2))
        handles = (bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy)
        pieces.append("C" + " ".join(num(v) for v in handles))
    return "".join(pieces) + ("z" if closed else "")


def oval(cx: float, cy: float, rx: float, ry: float | None = None) -> str:
    ry = rx if ry is None else ry
    half = f"a{num(rx)} {num(ry)} 0 0 1"
    return f"M{num(cx - rx)} {num(cy)}{half} {num(2 * rx)} 0{half} {num(-2 * rx)} 0z"


def block(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    if not r:
        return f"M{num(x)} {num(y)}h{num(w)}v{num(h)}h{num(-w)}z"
    c = f"a{num(r)} {num(r)} 0 0 1"
    return (
        f"M{num(x + r)} {num(y)}h{num(w - 2 * r)}{c} {num(r)} {num(r)}v{num(h - 2 * r)}{c} {num(-r)} {num(r)}"
        f"h{num(2 * r - w)}{c} {num(-r)} {num(-r)}v{num(2 * r - h)}{c} {num(r)} {num(-r)}z"
    )


def arch(cx: float, base: float, w: float, h: float) -> str:
    """A doorway: straight sides under a half circle; `h` is its whole height."""
    r = w / 2
    return f"M{num(cx - r)} {num(base)}V{num(base - h + r)}a{num(r)} {num(r)} 0 0 1 {num(w)} 0V{num(base)}z"


def turned(profile: Sequence[Point], soft: bool = True) -> str:
    """A form as from the wheel: (half width, y) pairs from top to bottom, mirrored."""
    points = [(w, y) for w, y in profile] + [(-w, y) for w, y in reversed(profile)]
    return smooth(points) if soft else poly(points)


def wavy(y: float, width: float, height: float, length: float, bottom: float, phase: float = 0) -> str:
    """A band of water from a waving top edge down to `bottom`, wider than the sheet."""
    x = -length + phase % length - length
    line = f"M{num(x)} {num(y)}"
    while x < width + length:
        line += f"q{num(length / 4)} {num(-height)} {num(length / 2)} 0t{num(length / 2)} 0"
        x += length
    return f"{line}V{num(bottom)}H{num(-3 * length)}z"


def fill(d: str, colour: str, opacity: float = 1) -> str:
    see = "" if opacity == 1 else f' opacity="{opacity:.2f}"'
    return f'<path d="{d}" fill="{colour}"{see}/>'


def line(d: str, colour: str, width: float = 4, opacity: float = 1, dash: str = "") -> str:
    see = "" if opacity == 1 else f' opacity="{opacity:.2f}"'
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" '
        f'stroke-linecap="round" stroke-linejoin="round"{see}{dashes}/>'
    )


def inside(d: str, *pieces: str) -> str:
    """Only what falls inside the path."""
    name = _id("clip" + d)
    return f'<clipPath id="{name}"><path d="{d}"/></clipPath><g clip-path="url(#{name})">{"".join(pieces)}</g>'


def at(piece: str, x: float = 0, y: float = 0, turn: float = 0, scale: float = 1, flip: bool = False) -> str:
    moves = f"translate({num(x)} {num(y)})"
    if turn:
        moves += f" rotate({num(turn)})"
    if scale != 1 or flip:
        moves += f" scale({-scale if flip else scale:.3f} {scale:.3f})"
    return f'<g transform="{moves}">{piece}</g>'


def cut(d: str, colour: str, dark: Point = (-12, -9), glow: Point | None = None, depth: float = 0.16) -> str:
    """A piece of paper lit from the upper left: a darker crescent at the far edge, maybe a lighter one near."""
    face = fill(d, colour)
    if glow:
        face = inside(d, fill(d, tint(colour, 0.35)), at(fill(d, colour), glow[0] - dark[0], glow[1] - dark[1]))
    return fill(d, shade(colour, depth)) + inside(d, at(face, *dark))


def wash(d: str, start: str, end: str, across: bool = False, ends: tuple[float, float] = (1, 1)) -> str:
    """A shape filled from one colour to another, downwards or across; `ends` are the two opacities."""
    name = _id(f"wash{start}{end}{across}{ends}")
    way = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
    stops = "".join(
        f'<stop offset="{i}" stop-color="{colour}" stop-opacity="{see}"/>'
        for i, (colour, see) in enumerate(zip((start, end), ends, strict=True))
    )
    gradient = f'<linearGradient id="{name}" x1="0" y1="0" {way}>{stops}</linearGradient>'
    return f'{gradient}<path d="{d}" fill="url(#{name})"/>'


def globe(d: str, centre: str, rim: str, fx: float = 0.36, fy: float = 0.32) -> str:
    """A shape filled from a lit spot to its rim: fruit, eggs, beads."""
    name = _id(f"globe{centre}{rim}{fx}{fy}")
    gradient = (
        f'<radialGradient id="{name}" cx="{fx}" cy="{fy}" r="0.78"><stop offset="0.1" stop-color="{centre}"/>'
        f'<stop offset="1" stop-color="{rim}"/></radialGradient>'
    )
    return f'{gradient}<path d="{d}" fill="url(#{name})"/>'


def tiled(d: str, tile: str, w: float, h: float, turn: float = 0, scale: float = 1) -> str:
    """A shape filled with a repeated tile."""
    name = _id(f"tile{tile}{w}{h}{turn}{scale}")
    pattern = (
        f'<pattern id="{name}" width="{num(w)}" height="{num(h)}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({num(turn)}) scale({scale:.3f})">{tile}</pattern>'
    )
    return f'{pattern}<path d="{d}" fill="url(#{name})"/>'


def lifted(piece: str, level: int = 2) -> str:
    """The piece with the soft shadow of paper held above paper; levels 1 to 4."""
    return f'<g filter="url(#lift{level})">{piece}</g>'


def blurred(piece: str, level: int = 2, opacity: float = 1) -> str:
    return f'<g filter="url(#blur{level})" opacity="{opacity:.2f}">{piece}</g>'


def contact(x: float, y: float, rx: float, ry: float = 16, opacity: float = 0.3) -> str:
    """The dark place where a thing stands on the table."""
    return blurred(fill(oval(x, y, rx, ry), SHADOW), 1, opacity)


def ghost(piece: str, opacity: float) -> str:
    return f'<g opacity="{opacity:.2f}">{piece}</g>'


def _filters() -> str:
    lifts = "".join(
        f'<filter id="lift{i}" x="-30%" y="-30%" width="160%" height="170%"><feDropShadow dx="{dx}" dy="{dy}" '
        f'stdDeviation="{soft}" flood-color="{SHADOW}" flood-opacity="{see}"/></filter>'
        for i, (dx, dy, soft, see) in enumerate(
            ((2, 3, 3, 0.2), (5, 8, 8, 0.22), (8, 14, 15, 0.24), (12, 24, 26, 0.26)), 1
        )
    )
    blurs = "".join(
        f'<filter id="blur{i}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="{soft}"/></filter>'
        for i, soft in enumerate((8, 18, 40), 1)
    )
    return lifts + blurs


def sheet(width: int, height: int, *layers: str) -> str:
    """A whole picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"<defs>{_filters()}</defs>{''.join(layers)}</svg>"
    )
