"""Houses, doors, tiles and bridges of Songkhla; each stands on (0, 0)."""

from demo.art import palette as c
from demo.art.paper import (
    arch,
    at,
    block,
    cut,
    fill,
    inside,
    line,
    oval,
    polar,
    poly,
    wash,
)


def fanlight(r: float, frame: str, glass: str, bars: int = 7) -> str:
    """A half-round window over a door, its flat side on (0, 0)."""
    half = f"M{-r:.0f} 0A{r:.0f} {r:.0f} 0 0 1 {r:.0f} 0z"
    rays = "".join(
        "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(
            *polar(0, 0, r * 0.3, 180 + 180 / bars * i), *polar(0, 0, r * 0.86, 180 + 180 / bars * i)
        )
        for i in range(1, bars)
    )
    arcs = f"M{-r * 0.3:.1f} 0A{r * 0.3:.1f} {r * 0.3:.1f} 0 0 1 {r * 0.3:.1f} 0M{-r * 0.86:.1f} 0A{r * 0.86:.1f} {r * 0.86:.1f} 0 0 1 {r * 0.86:.1f} 0"
    return fill(half, glass) + line(rays + arcs, frame, max(2, r * 0.035)) + line(half, frame, max(3, r * 0.07))


def old_door(w: float, h: float, wall: str, leaf: str, frame: str) -> str:
    """Two carved leaves under a fanlight."""
    r = w / 2
    surround = cut(arch(0, 0, w * 1.24, h + w * 0.62), frame, (-w * 0.03, -w * 0.02))
    panels = ""
    for side in (-1, 1):
        x = -r if side < 0 else 2
        panels += cut(block(x, -h, r - 2, h), leaf, (-w * 0.02, 0))
        panels += "".join(
            line(block(x + r * 0.16, -h * y, r * 0.66, h * t, w * 0.02), c.tint(leaf, 0.35), w * 0.018)
            for y, t in ((0.94, 0.34), (0.54, 0.16), (0.32, 0.26))
        )
        panels += line(
            f"M{x + r * 0.49:.0f} {-h * 0.88:.0f}l{r * 0.18:.0f} {h * 0.11:.0f} {-r * 0.18:.0f} {h * 0.11:.0f} {-r * 0.18:.0f} {-h * 0.11:.0f}z",
            c.tint(leaf, 0.35),
            w * 0.014,
        )
    knobs = fill(oval(-w * 0.05, -h * 0.46, w * 0.028), c.MARIGOLD400) + fill(
        oval(w * 0.05, -h * 0.46, w * 0.028), c.MARIGOLD400
    )
    step = fill(block(-w * 0.66, 0, w * 1.32, h * 0.06), c.shade(wall, 0.25))
    return surround + at(fanlight(r, c.shade(leaf, 0.1), c.MARIGOLD100), 0, -h) + panels + knobs + step


def _quarters(h: float, ground: str, one: str, two: str) -> str:
    corners = [(x * h, y * h) for x in (-1, 1) for y in (-1, 1)]
    rings = "".join(fill(oval(x, y, h * 0.72), one) + fill(oval(x, y, h * 0.46), two) for x, y in corners)
    return rings + fill(poly([polar(0, 0, h * (0.62 if i % 2 else 0.26), i * 45 + 45) for i in range(8)]), two)


def _flower(h: float, ground: str, one: str, two: str) -> str:
    petal = f"M0 0Q{h * 0.34:.0f} {-h * 0.42:.0f} 0 {-h * 0.86:.0f}Q{-h * 0.34:.0f} {-h * 0.42:.0f} 0 0z"
    petals = "".join(at(fill(petal, one if i % 2 else two), 0, 0, i * 45) for i in range(8))
    return petals + fill(oval(0, 0, h * 0.16), ground)


def _lozenge(h: float, ground: str, one: str, two: str) -> str:
    outer, inner = ([(0, -k * h), (k * h, 0), (0, k * h), (-k * h, 0)] for k in (1, 0.62))
    dots = "".join(fill(oval(*polar(0, 0, h * 0.28, a), h * 0.17), two) for a in range(0, 360, 90))
    return fill(poly(outer), one) + fill(poly(inner), ground) + dots


def _tendrils(h: float, ground: str, one: str, two: str) -> str:
    curl = f"M{-h * 0.2:.0f} {-h * 0.9:.0f}q{h * 0.5:.0f} {h * 0.1:.0f} {h * 0.24:.0f} {h * 0.5:.0f}t{h * 0.3:.0f} {h * 0.4:.0f}"
    arms = "".join(at(line(curl, one, h * 0.13), 0, 0, a) for a in range(0, 360, 90))
    return arms + fill(oval(0, 0, h * 0.22), two)


TILES = (_quarters, _flower, _lozenge, _tendrils)


def floor_tile(size: float, ground: str, one: str, two: str, kind: int) -> str:
    """An encaustic floor tile, centred; `kind` 0 to 3 are different patterns."""
    square = block(-size / 2, -size / 2, size, size, size * 0.04)
    edge = line(block(-size * 0.47, -size * 0.47, size * 0.94, size * 0.94), one, size * 0.018, 0.7)
    light = wash(square, "#FFFFFF", c.SHADOW, ends=(0.16, 0.08))
    art = TILES[kind](size / 2, ground, one, two)
    return cut(square, ground, (-size * 0.025, -size * 0.025)) + inside(square, art, edge, light)


def shophouse_door(h: float, shutter: str, w: float) -> str:
    return cut(block(-w * 0.14, -h * 0.36, w * 0.28, h * 0.36), c.shade(shutter, 0.12), (-3, 0)) + line(
        f"M0 {-h * 0.36:.0f}v{h * 0.36:.0f}M{-w * 0.07:.0f} {-h * 0.36:.0f}v{h * 0.36:.0f}M{w * 0.07:.0f} {-h * 0.36:.0f}v{h * 0.36:.0f}",
        c.shade(shutter, 0.4),
        w / 100,
    )


def shophouse_windows(h: float, shutter: str, trim: str, w: float) -> str:
    return "".join(
        cut(block(x - w * 0.09, -h * 0.34, w * 0.18, h * 0.22), trim, (-2, -2))
        + fill(block(x - w * 0.075, -h * 0.325, w * 0.15, h * 0.19), shutter)
        for x in (-w * 0.34, w * 0.34)
    )


def shophouse(w: float, h: float, wall: str, shutter: str, roof: str, trim: str = c.SAND50) -> str:
    """A two-storey Sino-Portuguese shophouse."""
    r = w / 2
    body = block(-r, -h, w, h)
    tiles = poly([(-r * 1.06, -h), (-r * 0.96, -h * 1.14), (r * 0.96, -h * 1.14), (r * 1.06, -h)])
    lines = "".join(f"M{x:.0f} {-h * 1.16:.0f}v{h * 0.2:.0f}" for x in range(int(-r), int(r), max(7, int(w / 18))))
    ribs = inside(tiles, line(lines, c.shade(roof, 0.3), w / 70, 0.7))
    upper = ""
    for i in range(3):
        x = -r + w * (i + 0.5) / 3
        upper += cut(arch(x, -h * 0.56, w * 0.2, h * 0.34), trim, (-2, -2)) + fill(
            block(x - w * 0.08, -h * 0.8, w * 0.16, h * 0.24), shutter
        )
        upper += line(
            "".join(
                f"M{x - w * 0.07:.0f} {-h * y:.3f}h{w * 0.14:.0f}" for y in (0.78, 0.745, 0.71, 0.675, 0.64, 0.605)
            ),
            c.shade(shutter, 0.25),
            w / 90,
        ) + line(f"M{x:.0f} {-h * 0.8:.0f}v{h * 0.24:.0f}", c.shade(shutter, 0.4), w / 90)
        upper += at(fanlight(w * 0.08, shutter, c.MARIGOLD100, 5), x, -h * 0.8)
    belt = fill(block(-r, -h * 0.5, w, h * 0.04), trim) + fill(block(-r, -h * 1.0, w, h * 0.04), trim)
    door = shophouse_door(h, shutter, w)
    windows = shophouse_windows(h, shutter, trim, w)
    return (
        fill(body, wall)
        + wash(body, "#FFFFFF", c.SHADOW, across=True, ends=(0.12, 0.16))
        + cut(tiles, roof, (-4, -4))
        + ribs
        + upper
        + belt
        + windows
        + door
    )


def stilt_house(w: float, h: float, wall: str, roof: str, lamp: str = "") -> str:
    """A wooden house on posts; the floor is a third up."""
    r = w / 2
    posts = line(
        "".join(f"M{x * r:.0f} {-h * 0.36:.0f}V{h * 0.12:.0f}" for x in (-0.9, -0.45, 0, 0.45, 0.9)),
        c.shade(wall, 0.4),
        w / 32,
    )
    body = block(-r, -h * 0.78, w, h * 0.44)
    planks = inside(
        body,
        line(
            "".join(f"M{-r:.0f} {-h * y:.0f}h{w:.0f}" for y in (0.42, 0.49, 0.56, 0.63, 0.7)),
            c.shade(wall, 0.25),
            w / 120,
            0.6,
        ),
    )
    openings = "".join(
        fill(block(x * r - w * 0.07, -h * 0.66, w * 0.14, h * (0.32 if x == 0.5 else 0.18)), lamp or c.shade(wall, 0.5))
        for x in (-0.55, 0, 0.5)
    )
    shutters = line(
        f"M{-0.55 * r:.0f} {-h * 0.66:.0f}v{h * 0.18:.0f}M0 {-h * 0.66:.0f}v{h * 0.18:.0f}", c.shade(wall, 0.35), w / 90
    )
    gable = poly([(-r * 1.16, -h * 0.74), (-r * 0.5, -h * 1.1), (r * 0.62, -h * 1.1), (r * 1.16, -h * 0.74)])
    ridges = inside(
        gable,
        line(
            "".join(
                f"M{x:.0f} {-h * 1.1:.0f}l{(x) * 0.5:.0f} {h * 0.4:.0f}"
                for x in range(int(-r), int(r), max(8, int(w / 14)))
            ),
            c.shade(roof, 0.25),
            w / 110,
            0.7,
        ),
    )
    deck = cut(block(-r * 1.14, -h * 0.36, w * 1.14, h * 0.05), c.shade(wall, 0.2), (0, -3))
    return posts + fill(body, wall) + planks + openings + shutters + deck + cut(gable, roof, (-5, -5)) + ridges


def pagoda(h: float, wall: str) -> str:
    """A small square hill pagoda."""
    w = h * 0.5
    tiers = "".join(
        cut(block(-w * k / 2, -h * y, w * k, h * t), wall, (-w * 0.08, 0))
        for k, y, t in (
            (1, 0.14, 0.14),
            (0.84, 0.5, 0.36),
            (0.94, 0.55, 0.06),
            (0.66, 0.68, 0.14),
            (0.74, 0.72, 0.05),
            (0.46, 0.82, 0.11),
        )
    )
    spire = cut(poly([(-w * 0.2, -h * 0.82), (0, -h * 1.22), (w * 0.2, -h * 0.82)]), wall, (-w * 0.06, 0))
    return spire + tiers + fill(arch(0, -h * 0.14, w * 0.3, h * 0.26), c.shade(wall, 0.42))


def bridge(w: float, h: float, wood: str) -> str:
    """A humped wooden footbridge whose feet are at (±w/2, 0)."""
    deck = f"M{-w / 2:.0f} 0Q0 {-h * 2:.0f} {w / 2:.0f} 0V{h * 0.16:.0f}Q0 {-h * 1.82:.0f} {-w / 2:.0f} {h * 0.16:.0f}z"
    rail, posts = f"M{-w / 2:.0f} {-h * 0.4:.0f}Q0 {-h * 2.4:.0f} {w / 2:.0f} {-h * 0.4:.0f}", ""
    for i in range(1, 10):
        t = i / 10
        x, y = -w / 2 + w * t, -h * 4 * t * (1 - t)
        posts += f"M{x:.0f} {y:.0f}v{-h * 0.4:.0f}"
    return (
        line(posts, c.shade(wood, 0.2), 6)
        + line(rail, wood, 8)
        + cut(deck, wood, (0, -6))
        + line(
            f"M{-w * 0.22:.0f} {-h * 0.7:.0f}V{h * 0.5:.0f}M{w * 0.22:.0f} {-h * 0.7:.0f}V{h * 0.5:.0f}",
            c.shade(wood, 0.35),
            10,
        )
    )
