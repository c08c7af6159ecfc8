"""Boats, nets, looms, rafts, stalls: what people work with; each stands or floats on (0, 0)."""

from demo.art import palette as c
from demo.art.motifs.cloth import clothed, pikul
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    inside,
    lifted,
    line,
    oval,
    poly,
    smooth,
)


def long_boat(w: float, hull: str, stripe: str, motor: bool = True) -> str:
    """A long-tail boat that points right, its waterline at y 0."""
    r = w / 2
    d = f"M{-r:.0f} {-w * 0.07:.0f}Q0 {-w * 0.01:.0f} {r * 0.8:.0f} {-w * 0.09:.0f}L{r * 1.1:.0f} {-w * 0.24:.0f}Q{r * 0.98:.0f} {-w * 0.02:.0f} {r * 0.74:.0f} {w * 0.03:.0f}Q0 {w * 0.07:.0f} {-r * 0.9:.0f} {w * 0.03:.0f}z"
    band = inside(
        d,
        line(
            f"M{-r:.0f} {-w * 0.035:.0f}Q0 {w * 0.025:.0f} {r * 0.84:.0f} {-w * 0.055:.0f}L{r * 1.1:.0f} {-w * 0.2:.0f}",
            stripe,
            w * 0.022,
        ),
    )
    ribbon = line(
        f"M{r * 1.04:.0f} {-w * 0.19:.0f}q{w * 0.03:.0f} {w * 0.04:.0f} {w * 0.01:.0f} {w * 0.1:.0f}",
        c.ROSE400,
        w * 0.014,
    ) + line(
        f"M{r * 1.03:.0f} {-w * 0.18:.0f}q{w * 0.0:.0f} {w * 0.05:.0f} {-w * 0.02:.0f} {w * 0.08:.0f}",
        c.MARIGOLD400,
        w * 0.012,
    )
    engine = (
        cut(block(-r * 0.92, -w * 0.13, w * 0.08, w * 0.06, 4), c.INK700, (-2, -2))
        + line(
            f"M{-r * 0.84:.0f} {-w * 0.09:.0f}L{-r * 1.28:.0f} {w * 0.02:.0f}M{-r * 0.84:.0f} {-w * 0.11:.0f}l{w * 0.1:.0f} {-w * 0.02:.0f}",
            c.INK700,
            w * 0.011,
        )
        if motor
        else ""
    )
    inner = fill(
        f"M{-r * 0.96:.0f} {-w * 0.068:.0f}Q0 {-w * 0.008:.0f} {r * 0.8:.0f} {-w * 0.088:.0f}Q0 {w * 0.03:.0f} {-r * 0.96:.0f} {-w * 0.068:.0f}z",
        c.shade(hull, 0.4),
    )
    return engine + cut(d, hull, (-w * 0.01, -w * 0.018)) + band + inner + ribbon


def ripple(w: float, colour: str = "#FFFFFF") -> str:
    return line(
        f"M{-w * 0.55:.0f} 6q{w * 0.14:.0f} 12 {w * 0.28:.0f} 0t{w * 0.28:.0f} 0 {w * 0.28:.0f} 0 {w * 0.28:.0f} 0M{-w * 0.3:.0f} 20q{w * 0.1:.0f} 8 {w * 0.2:.0f} 0t{w * 0.2:.0f} 0",
        colour,
        max(2, w * 0.008),
        0.6,
    )


def lift_net(h: float, pole: str, net: str) -> str:
    """A square dip net raised over the water on its bent poles."""
    w = h * 1.15
    mesh = f"M{-w * 0.5:.0f} {-h * 0.42:.0f}Q0 {-h * 0.5:.0f} {w * 0.5:.0f} {-h * 0.42:.0f}Q{w * 0.2:.0f} {-h * 0.2:.0f} 0 {-h * 0.14:.0f}T{-w * 0.5:.0f} {-h * 0.42:.0f}z"
    threads = inside(
        mesh,
        line(
            "".join(
                f"M{x:.0f} {-h * 0.5:.0f}l{h * 0.3:.0f} {h * 0.4:.0f}M{x:.0f} {-h * 0.5:.0f}l{-h * 0.3:.0f} {h * 0.4:.0f}"
                for x in range(int(-w), int(w), max(9, int(h * 0.07)))
            ),
            net,
            1.6,
            0.7,
        ),
    )
    bows = line(
        f"M{-w * 0.5:.0f} {-h * 0.42:.0f}Q{-w * 0.2:.0f} {-h * 0.84:.0f} 0 {-h * 0.86:.0f}T{w * 0.5:.0f} {-h * 0.42:.0f}M{-w * 0.3:.0f} {-h * 0.46:.0f}Q{-w * 0.1:.0f} {-h * 0.8:.0f} 0 {-h * 0.86:.0f}T{w * 0.3:.0f} {-h * 0.46:.0f}",
        pole,
        max(2.5, h * 0.013),
    )
    stays = line(
        f"M0 {-h * 0.86:.0f}L{w * 0.62:.0f} 0M{w * 0.62:.0f} 0V{-h * 0.5:.0f}M{w * 0.72:.0f} 0V{-h * 0.5:.0f}M{w * 0.56:.0f} {-h * 0.3:.0f}H{w * 0.8:.0f}",
        pole,
        max(3, h * 0.02),
    )
    return fill(mesh, net, 0.25) + threads + bows + stays


def stakes(w: float, h: float, colour: str, count: int) -> str:
    """A fence of net stakes in the water."""
    posts = "".join(
        f"M{w * i / (count - 1):.0f} {6 if i % 2 else 0}v{-h * (0.86 + 0.14 * (i % 3) / 2):.0f}" for i in range(count)
    )
    ropes = f"M0 {-h * 0.62:.0f}" + "".join(
        f"q{w / (count - 1) / 2:.0f} {h * 0.16:.0f} {w / (count - 1):.0f} 0" for _ in range(count - 1)
    )
    return line(ropes, colour, 2, 0.6) + line(posts, colour, max(3, h * 0.045))


def lake_hut(w: float, wall: str, roof: str) -> str:
    """A fisher's hut on posts over the lake."""
    r = w / 2
    legs = line(
        "".join(f"M{x * r:.0f} {-w * 0.4:.0f}V0" for x in (-0.8, -0.3, 0.3, 0.8))
        + f"M{-r * 0.8:.0f} {-w * 0.1:.0f}L{r * 0.8:.0f} {-w * 0.3:.0f}",
        c.shade(wall, 0.4),
        w * 0.035,
    )
    body = block(-r * 0.8, -w * 0.78, w * 0.8, w * 0.36)
    door = fill(block(-r * 0.12, -w * 0.68, w * 0.2, w * 0.26), c.shade(wall, 0.5))
    cover = poly([(-r * 1.1, -w * 0.74), (-r * 0.2, -w * 1.06), (r * 0.3, -w * 1.06), (r * 1.1, -w * 0.74)])
    return (
        legs
        + cut(body, wall, (-5, 0))
        + door
        + cut(block(-r * 1.05, -w * 0.43, w * 1.05, w * 0.05), c.shade(wall, 0.2), (0, -2))
        + cut(cover, roof, (-4, -4))
    )


def loom(w: float, cloth: str, threads: str) -> str:
    """A floor loom from the front: posts, beams, warp and the finished cloth."""
    r, h = w / 2, w * 0.8
    tile = pikul(c.MARIGOLD200, c.SAND0, max(18, w * 0.05))
    warp = "".join(
        f"M{-r * 0.7 + r * 1.4 * i / 40:.1f} {-h * 0.86:.0f}L{-r * 0.74 + r * 1.48 * i / 40:.1f} {-h * 0.36:.0f}"
        for i in range(41)
    )
    woven = poly([(-r * 0.75, -h * 0.36), (r * 0.75, -h * 0.36), (r * 0.8, -h * 0.12), (-r * 0.8, -h * 0.12)])
    posts = "".join(cut(block(x, -h, w * 0.055, h, 4), c.WOOD, (-4, 0)) for x in (-r, r - w * 0.055))
    beams = "".join(
        cut(block(-r * 1.04, -h * y, w * 1.04, w * 0.05, 6), c.mix(c.WOOD, c.WOOD700, k), (0, -5))
        for y, k in ((1, 0), (0.86, 0.3), (0.12, 0.2))
    )
    reed = cut(block(-r * 0.84, -h * 0.5, w * 0.84, w * 0.045, 4), c.WOOD700, (0, -4)) + line(
        f"M{-r * 0.5:.0f} {-h:.0f}V{-h * 0.5:.0f}M{r * 0.5:.0f} {-h:.0f}V{-h * 0.5:.0f}", c.STRAW, 4
    )
    combs = "".join(fill(block(-r * 0.8, -h * y, w * 0.8, w * 0.02, 3), c.STRAW600) for y in (0.68, 0.62))
    return posts + line(warp, threads, max(1.4, w * 0.004)) + combs + clothed(woven, cloth, tile) + reed + beams


def raft(w: float, colour: str) -> str:
    """A bamboo raft seen from the side and a little above."""
    logs = "".join(
        cut(block(-w / 2 + i * 6, -34 + i * 9, w - i * 4, 13, 6), c.mix(colour, c.shade(colour), i % 2 * 0.5), (-4, -4))
        for i in range(4)
    )
    ties = line("".join(f"M{-w / 2 + w * k:.0f} -36l18 42" for k in (0.12, 0.5, 0.86)), c.BARK, 7)
    joints = line(
        "".join(
            f"M{-w / 2 + w * k:.0f} {-30 + (j % 4) * 9}v9"
            for j, k in enumerate((0.2, 0.28, 0.36, 0.44, 0.6, 0.68, 0.76))
        ),
        c.shade(colour, 0.3),
        3,
    )
    return logs + joints + ties


def ladder(h: float, colour: str) -> str:
    """The climber's ladder: one bamboo with pegs."""
    pegs = "".join(f"M{-22 if i % 2 else 0} {-y:.0f}h{22}" for i, y in enumerate(range(24, int(h), 32)))
    return line(pegs, c.shade(colour, 0.2), 7) + line(f"M0 0V{-h:.0f}", colour, 12)


def umbrella(w: float, one: str, two: str) -> str:
    """A market umbrella on its pole."""
    r = w / 2
    top = (
        f"M{-r:.0f} {-w * 0.62:.0f}Q{-r * 0.7:.0f} {-w * 0.92:.0f} 0 {-w * 0.96:.0f}Q{r * 0.7:.0f} {-w * 0.92:.0f} {r:.0f} {-w * 0.62:.0f}"
        + "".join(f"q{-w / 12:.0f} {-w * 0.06:.0f} {-w / 6:.0f} 0" for _ in range(6))
        + "z"
    )
    gores = "".join(
        fill(
            f"M0 {-w * 0.96:.0f}Q{a * r * 0.7:.0f} {-w * 0.9:.0f} {a * r:.0f} {-w * 0.55:.0f}L{b * r:.0f} {-w * 0.55:.0f}Q{b * r * 0.7:.0f} {-w * 0.9:.0f} 0 {-w * 0.96:.0f}z",
            two,
        )
        for a, b in ((-1, -0.667), (-0.333, 0), (0.333, 0.667))
    )
    return line(f"M0 0V{-w * 0.9:.0f}", c.WOOD700, w * 0.022) + cut(top, one, (-4, 0)) + inside(top, gores)


def stall(w: float, one: str, two: str, goods: str) -> str:
    """A market table under an awning; `goods` stand about (0, 0) on its top."""
    r = w / 2
    poles = line(f"M{-r * 0.92:.0f} 0V{-w * 0.82:.0f}M{r * 0.92:.0f} 0V{-w * 0.82:.0f}", c.WOOD700, w * 0.025)
    awning = poly([(-r * 1.08, -w * 0.66), (-r * 0.9, -w * 0.86), (r * 0.9, -w * 0.86), (r * 1.08, -w * 0.66)])
    stripes = inside(
        awning,
        "".join(
            fill(
                poly(
                    [
                        (x * r * 0.9, -w * 0.86),
                        ((x + 0.2) * r * 0.9, -w * 0.86),
                        ((x + 0.2) * r * 1.08, -w * 0.66),
                        (x * r * 1.08, -w * 0.66),
                    ]
                ),
                two,
            )
            for x in (-1, -0.6, -0.2, 0.2, 0.6)
        ),
    )
    scallop = "".join(
        fill(oval(-r * 1.08 + w * 1.08 * (i + 0.5) / 10, -w * 0.66, w * 0.054, w * 0.045), two if i % 2 == 0 else one)
        for i in range(10)
    )
    table = cut(block(-r, -w * 0.3, w, w * 0.3, 4), c.WOOD, (-6, -6)) + line(
        f"M{-r:.0f} {-w * 0.18:.0f}H{r:.0f}", c.WOOD700, 3, 0.5
    )
    return poles + at(goods, 0, -w * 0.3) + table + lifted(scallop + cut(awning, one, (0, -4)) + stripes, 1)


def sandbag(w: float, colour: str) -> str:
    d = smooth(
        [
            (-w / 2, -w * 0.1),
            (-w * 0.4, -w * 0.3),
            (0, -w * 0.34),
            (w * 0.4, -w * 0.3),
            (w / 2, -w * 0.1),
            (w * 0.36, 0),
            (-w * 0.36, 0),
        ]
    )
    return cut(d, colour, (-w * 0.06, -w * 0.05)) + inside(
        d,
        line(
            f"M{-w * 0.5:.0f} {-w * 0.16:.0f}Q0 {-w * 0.08:.0f} {w * 0.5:.0f} {-w * 0.16:.0f}",
            c.shade(colour, 0.2),
            w * 0.02,
            0.6,
        ),
    )


def boat(w: float, hull: str, stripe: str, *people: tuple[str, float], motor: bool = True) -> str:
    """A boat with seated figures at their places along it."""
    crew = "".join(at(figure, x, -w * 0.02) for figure, x in people)
    return ripple(w) + crew + long_boat(w, hull, stripe, motor)
