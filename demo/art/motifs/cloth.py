"""Cloth, weaving, basketry: patterns and the things made of them."""

from demo.art import palette as c
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    inside,
    line,
    oval,
    polar,
    poly,
    smooth,
    tiled,
    wash,
)


def pikul(colour: str, heart: str, size: float = 44) -> tuple[str, float, float]:
    """The pikul blossom as a tile: eight petals around a heart, offset in rows."""
    petals = "".join(
        f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"
        for a in range(0, 360, 45)
        for (x0, y0), (x1, y1) in [(polar(0, 0, size * 0.07, a), polar(0, 0, size * 0.2, a))]
    )
    flower = line(petals, colour, size * 0.085) + fill(oval(0, 0, size * 0.05), heart)
    return (
        at(flower, size / 2, size / 2)
        + "".join(
            at(fill(poly([(-3, 0), (0, -3), (3, 0), (0, 3)]), colour), x, y) for x in (0, size) for y in (0, size)
        ),
        size,
        size,
    )


def ratchawat(colour: str, heart: str, size: float = 56) -> tuple[str, float, float]:
    """A lattice of diamonds with a small flower in each."""
    h = size / 2
    lattice = line(f"M0 {h}L{h} 0 {size} {h} {h} {size}z", colour, size * 0.07) + line(
        f"M0 {h}L{h} 0 {size} {h} {h} {size}z", heart, size * 0.02
    )
    flower = "".join(fill(oval(*polar(h, h, size * 0.12, a), size * 0.055), colour) for a in (0, 90, 180, 270)) + fill(
        oval(h, h, size * 0.05), heart
    )
    corner = "".join(fill(oval(x, y, size * 0.07), heart) for x in (0, size) for y in (0, size))
    return lattice + flower + corner, size, size


def check(colour: str, size: float = 60) -> tuple[str, float, float]:
    """The pha khao ma check."""
    wide = fill(block(0, 0, size * 0.42, size), colour, 0.55) + fill(block(0, 0, size, size * 0.42), colour, 0.55)
    thin = fill(block(size * 0.66, 0, size * 0.09, size), colour, 0.5) + fill(
        block(0, size * 0.66, size, size * 0.09), colour, 0.5
    )
    return wide + thin, size, size


def clothed(d: str, ground: str, tile: tuple[str, float, float], turn: float = 0, scale: float = 1) -> str:
    """A shape of cloth in one pattern."""
    return fill(d, ground) + tiled(d, *tile, turn=turn, scale=scale)


def fringe(w: float, length: float, colour: str, step: float = 15) -> str:
    """Knotted fringe that hangs from (-w/2, 0) to (w/2, 0)."""
    pieces = ""
    x = -w / 2 + step / 2
    while x < w / 2:
        pieces += (
            f"M{x:.0f} 0v{length * 0.35:.0f}l-4 {length * 0.65:.0f}M{x:.0f} {length * 0.35:.0f}l4 {length * 0.65:.0f}"
        )
        x += step
    return line(pieces, colour, 3.5)


def hanging(w: float, h: float, ground: str, tile: tuple[str, float, float], border: str, sway: float = 14) -> str:
    """A cloth that hangs from (0, 0) with soft folds and fringe."""
    r = w / 2
    d = f"M{-r:.0f} 0H{r:.0f}C{r + sway:.0f} {h * 0.4:.0f} {r - sway:.0f} {h * 0.7:.0f} {r + 4:.0f} {h:.0f}Q{r * 0.4:.0f} {h + 14:.0f} 0 {h:.0f}T{-r - 4:.0f} {h:.0f}C{-r - sway:.0f} {h * 0.7:.0f} {-r + sway:.0f} {h * 0.4:.0f} {-r:.0f} 0z"
    bands = "".join(fill(block(-r - 20, h - y, w + 40, t), border) for y, t in ((64, 12), (44, 24), (14, 6)))
    folds = "".join(
        wash(block(-r + w * x, -10, w * 0.2, h + 40), "#000000", "#000000", across=True, ends=(0, see))
        for x, see in ((0.1, 0.13), (0.42, 0.11), (0.74, 0.15))
    )
    return at(fringe(w, 46, c.shade(ground, 0.1)), 0, h + 2) + clothed(d, ground, tile) + inside(d, bands, folds)


def folded(w: float, h: float, ground: str, tile: tuple[str, float, float], edge: str, layers: int = 4) -> str:
    """A folded cloth on the table, its fold to the front."""
    r = w / 2
    pieces = ""
    step = h / layers
    for i in range(layers):
        y = -i * step
        band = block(-r + i % 2 * 6, y - step, w - i % 2 * 12, step, step / 2)
        pieces += cut(band, c.mix(ground, edge, 0.12 * (i % 2)), (0, -step * 0.22)) + inside(
            band, tiled(band, *tile, scale=0.8)
        )
    top = poly([(-r, -h + step * 0.3), (-r + 54, -h - 74), (r - 54, -h - 74), (r, -h + step * 0.3)])
    return (
        pieces
        + clothed(top, ground, tile)
        + wash(top, "#FFFFFF", c.SHADOW, ends=(0.22, 0.08))
        + line(f"M{-r + 12:.0f} {-h + step * 0.3:.0f}H{r - 12:.0f}", edge, 5, 0.8)
    )


def roll(w: float, r: float, ground: str, tile: tuple[str, float, float], core: str) -> str:
    """A bolt of cloth lying along the table, its end to the right."""
    d = block(-w / 2, -2 * r, w, 2 * r, 0)
    left = fill(oval(-w / 2, -r, r * 0.4, r), c.shade(ground, 0.2))
    light = wash(d, "#FFFFFF", "#000000", ends=(0.22, 0.34))
    spiral = "".join(line(oval(w / 2, -r, r * 0.4 * k, r * k), c.shade(ground, 0.25), 3) for k in (0.86, 0.7, 0.54))
    return (
        left
        + clothed(d, ground, tile)
        + light
        + fill(oval(w / 2, -r, r * 0.4, r), c.tint(ground, 0.25))
        + spiral
        + fill(oval(w / 2, -r, r * 0.14, r * 0.34), core)
    )


def plait(colour: str, size: float = 24) -> tuple[str, float, float]:
    """Over-and-under basketry as a tile."""
    h = size / 2
    dark, light = c.shade(colour, 0.22), c.tint(colour, 0.25)
    return (
        fill(block(0, 0, size, size), colour) + fill(block(1, 1, h - 2, h - 2, 3), light) + fill(block(h + 1, h + 1, h - 2, h - 2, 3), light)
        + fill(block(h + 1, 1, h - 2, h - 2, 3), dark) + fill(block(1, h + 1, h - 2, h - 2, 3), dark)
    ), size, size  # fmt: skip


def basket(w: float, h: float, colour: str, contents: str = "", band: str = "", handle: float = 0) -> str:
    """A woven basket; `contents` are drawn about (0, 0) at its opening; `handle` is the arch's height."""
    r, ry = w / 2, w * 0.09
    d = f"M{-r:.0f} {-h:.0f}C{-r * 0.98:.0f} {-h * 0.4:.0f} {-r * 0.86:.0f} 0 {-r * 0.72:.0f} 0Q0 {h * 0.07:.0f} {r * 0.72:.0f} 0C{r * 0.86:.0f} 0 {r * 0.98:.0f} {-h * 0.4:.0f} {r:.0f} {-h:.0f}A{r:.0f} {ry:.0f} 0 0 1 {-r:.0f} {-h:.0f}z"
    hoop = (
        line(
            f"M{-r * 0.9:.0f} {-h:.0f}C{-r * 0.9:.0f} {-h - handle * 1.33:.0f} {r * 0.9:.0f} {-h - handle * 1.33:.0f} {r * 0.9:.0f} {-h:.0f}",
            c.shade(colour, 0.2),
            20,
        )
        + line(
            f"M{-r * 0.9:.0f} {-h:.0f}C{-r * 0.9:.0f} {-h - handle * 1.33:.0f} {r * 0.9:.0f} {-h - handle * 1.33:.0f} {r * 0.9:.0f} {-h:.0f}",
            c.tint(colour, 0.2),
            7,
            0.9,
            "12 10",
        )
        if handle
        else ""
    )
    belt = fill(block(-r, -h * 0.66, w, h * 0.18), band, 0.85) if band else ""
    room = f"M{-w:.0f} {-h - w:.0f}H{w:.0f}V{-h:.0f}H{r:.0f}A{r:.0f} {ry:.0f} 0 0 1 {-r:.0f} {-h:.0f}H{-w:.0f}z"
    rim = line(f"M{-r:.0f} {-h:.0f}A{r:.0f} {ry:.0f} 0 0 0 {r:.0f} {-h:.0f}", c.shade(colour, 0.12), 22) + line(
        f"M{-r:.0f} {-h:.0f}A{r:.0f} {ry:.0f} 0 0 0 {r:.0f} {-h:.0f}", c.tint(colour, 0.35), 16, 1, "4 17"
    )
    back = fill(oval(0, -h, r, ry), c.shade(colour, 0.45)) + line(oval(0, -h, r, ry), c.shade(colour, 0.2), 12)
    body = clothed(d, colour, plait(colour)) + inside(
        d, belt, wash(d, "#FFFFFF", c.SHADOW, across=True, ends=(0.16, 0.36))
    )
    return (
        (hoop if not contents else "")
        + back
        + inside(room, at(contents, 0, -h))
        + (hoop if contents else "")
        + body
        + rim
    )


def coil(r: float, colour: str, accent: str = "") -> str:
    """A coiled coaster or tray seen from above, centred."""
    rings = "".join(
        line(oval(0, 0, r * k / 9), c.shade(colour, 0.2) if k % 2 else c.tint(colour, 0.2), r * 0.05)
        for k in range(1, 9)
    )
    stitch = line(
        "".join(
            "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*polar(0, 0, r * 0.2, a), *polar(0, 0, r * 0.93, a + 26))
            for a in range(0, 360, 24)
        ),
        c.shade(colour, 0.28),
        3,
        0.45,
    )
    ring = line(oval(0, 0, r * 0.62), accent, r * 0.1, 0.9) if accent else ""
    return cut(oval(0, 0, r), colour, (-6, -6)) + rings + ring + stitch


def tote(w: float, h: float, body: str, handle: str) -> str:
    """A square bag on (0, 0) whose face is already drawn from (-w/2, -h) to (w/2, 0)."""

    def strap(k: float, tone: str) -> str:
        return line(
            f"M{-w * 0.24:.0f} {-h + 30:.0f}C{-w * 0.26:.0f} {-h - w * k:.0f} {w * 0.26:.0f} {-h - w * k:.0f} {w * 0.24:.0f} {-h + 30:.0f}",
            tone,
            24,
        )

    mouth = fill(
        poly([(-w * 0.47, -h + 4), (-w * 0.4, -h - 26), (w * 0.4, -h - 26), (w * 0.47, -h + 4)]), c.shade(handle, 0.45)
    )
    feet = "".join(fill(oval(s * w * 0.24, -h + 34, 9), c.shade(handle, 0.35)) for s in (-1, 1))
    return strap(0.5, c.shade(handle, 0.28)) + mouth + body + strap(0.62, handle) + feet


def hat_crown(w: float, r: float) -> str:
    return smooth(
        [
            (-r * 0.5, -w * 0.13),
            (-r * 0.47, -w * 0.36),
            (-r * 0.3, -w * 0.45),
            (0, -w * 0.43),
            (r * 0.3, -w * 0.455),
            (r * 0.47, -w * 0.36),
            (r * 0.5, -w * 0.13),
            (0, -w * 0.075),
        ]
    )


def hat(w: float, colour: str, band: tuple[str, tuple[str, float, float]]) -> str:
    """A wide-brim hat lying on the table."""
    r = w / 2
    brim = smooth(
        [
            (-r, -w * 0.1),
            (-r * 0.5, -w * 0.19),
            (r * 0.5, -w * 0.19),
            (r, -w * 0.1),
            (r * 0.6, -w * 0.01),
            (0, w * 0.02),
            (-r * 0.6, -w * 0.01),
        ]
    )
    crown = hat_crown(w, r)
    ribbon = f"M{-r * 0.55:.0f} {-w * 0.24:.0f}Q0 {-w * 0.17:.0f} {r * 0.55:.0f} {-w * 0.24:.0f}V{-w * 0.12:.0f}Q0 {-w * 0.055:.0f} {-r * 0.55:.0f} {-w * 0.12:.0f}z"
    rays = line(
        "".join(
            f"M{x * r:.0f} {-w * 0.1:.0f}L{x * r * 1.9:.0f} {w * 0.03:.0f}"
            for x in (-0.6, -0.48, -0.36, -0.24, -0.12, 0, 0.12, 0.24, 0.36, 0.48, 0.6)
        ),
        c.shade(colour, 0.25),
        3,
        0.4,
    )
    woven = tiled(crown, *plait(colour, 18))
    return (
        cut(brim, colour, (-6, -8))
        + inside(brim, rays, fill(oval(0, -w * 0.09, r * 0.56, w * 0.055), c.SHADOW, 0.25))
        + woven
        + wash(crown, "#FFFFFF", c.SHADOW, across=True, ends=(0.16, 0.3))
        + inside(crown, clothed(ribbon, *band), wash(ribbon, "#FFFFFF", c.SHADOW, across=True, ends=(0.1, 0.3)))
    )
