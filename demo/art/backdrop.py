"""Where a product stands: a wall with morning light, a table, the shadow of a palm leaf."""

from dataclasses import dataclass
from random import Random

from demo.art import palette as c
from demo.art.motifs.leaves import fan_leaf, feather_frond
from demo.art.paper import (
    arch,
    at,
    block,
    blurred,
    fill,
    ghost,
    inside,
    line,
    oval,
    poly,
    smooth,
    tiled,
    wash,
    wavy,
)

WIDTH, HEIGHT, TABLE = 960, 1200, 868


@dataclass(frozen=True)
class Theme:
    wall: str
    niche: str
    table: str
    shade: str


THEMES = {
    "sand": Theme("#EFE3CF", c.SAND50, "#D8C09A", "#7A5A34"),
    "lake": Theme("#C3DFDA", c.LAKE50, "#86B9B2", c.LAKE900),
    "deep": Theme("#1A7672", "#2A8781", "#0E5A57", "#042322"),
    "clay": Theme("#F0CDB9", c.CLAY50, "#D08F6D", c.CLAY700),
    "palm": Theme("#D3E1C0", c.PALM50, "#A3BF83", c.PALM800),
    "marigold": Theme("#F8DFA6", c.MARIGOLD50, "#DDB15A", c.MARIGOLD700),
    "rose": Theme("#F1D3D0", "#FCEFEC", "#D6A59B", "#6E2B2B"),
    "dusk": Theme("#D8D3D9", "#EFECEE", "#A9A0A8", "#3B3440"),
}

DIAMONDS = line("M0 24L24 0 48 24 24 48zM24 14L34 24 24 34 14 24z", "#fff", 2.5)


def _wall(theme: Theme) -> str:
    whole = block(0, 0, WIDTH, HEIGHT)
    return fill(whole, theme.wall) + wash(whole, "#FFFFFF", theme.shade, ends=(0.28, 0.1))


def _table(theme: Theme) -> str:
    top = block(0, TABLE, WIDTH, HEIGHT - TABLE)
    weave = ghost(tiled(top, DIAMONDS, 48, 48), 0.13)
    edge = fill(block(0, TABLE, WIDTH, 5), "#FFFFFF", 0.35)
    cast = blurred(fill(block(-60, TABLE - 26, WIDTH + 120, 22), theme.shade), 1, 0.16)
    return cast + wash(top, theme.table, c.shade(theme.table, 0.12)) + weave + edge


def leaf_light(key: str, colour: str, opacity: float = 0.13) -> str:
    """The blurred shadow of palm leaves falling into the picture from one upper corner."""
    rng = Random(key)
    right = rng.random() < 0.5
    leaf = feather_frond(620, colour, colour) if rng.random() < 0.6 else fan_leaf(380, colour, colour)
    pieces = "".join(
        at(leaf, (WIDTH + 40 if right else -40) + rng.uniform(-60, 60), y, turn + rng.uniform(-9, 9), flip=right)
        for y, turn in ((-30, 22), (190, 12), (40, 58))
    )
    return blurred(pieces, 2, opacity)


def niche(theme: Theme, key: str) -> str:
    door = arch(480, TABLE, 620, 720)
    inner = arch(480, TABLE, 540, 660)
    return (
        _wall(theme) + fill(door, theme.niche, 0.55) + fill(inner, theme.niche)
        + inside(inner, wash(inner, theme.niche, theme.wall, ends=(0, 0.6))) + _table(theme) + leaf_light(key, theme.shade)
    )  # fmt: skip


def disc(theme: Theme, key: str) -> str:
    return (
        _wall(theme) + fill(oval(480, 530, 350), theme.niche, 0.45) + fill(oval(480, 530, 300), theme.niche)
        + _table(theme) + leaf_light(key, theme.shade)
    )  # fmt: skip


def shore(theme: Theme, key: str) -> str:
    """Two waters behind the table."""
    phase = Random(key).uniform(0, 240)
    bands = (
        fill(wavy(600, WIDTH, 34, 320, TABLE, phase), theme.niche, 0.75)
        + fill(wavy(690, WIDTH, 28, 240, TABLE, phase * 2), c.mix(theme.niche, theme.table, 0.35))
        + fill(wavy(776, WIDTH, 22, 200, TABLE, phase * 3), c.mix(theme.niche, theme.table, 0.62))
    )
    return (
        _wall(theme)
        + fill(oval(690, 470, 150), theme.niche, 0.8)
        + bands
        + _table(theme)
        + leaf_light(key, theme.shade, 0.1)
    )


def hills(theme: Theme, key: str) -> str:
    rng = Random(key)
    far = [(x, 640 + rng.uniform(-70, 50)) for x in range(-100, 1101, 150)]
    near = [(x, 760 + rng.uniform(-50, 30)) for x in range(-100, 1101, 170)]

    def range_of(points: list[tuple[float, float]], colour: str) -> str:
        return fill(smooth(points, closed=False) + f"V{TABLE}H-100z", colour)

    return (
        _wall(theme) + fill(oval(300, 430, 130), theme.niche, 0.9) + range_of(far, c.mix(theme.niche, theme.table, 0.3))
        + range_of(near, c.mix(theme.niche, theme.table, 0.6)) + _table(theme) + leaf_light(key, theme.shade, 0.1)
    )  # fmt: skip


def mat(theme: Theme, key: str) -> str:
    """Seen from above: a woven mat on a plain ground, with slanting light."""
    whole = block(0, 0, WIDTH, HEIGHT)
    woven = block(96, 150, 768, 900, 10)
    light = poly([(-100, 700), (700, -100), (960, -100), (-100, 1060)])
    fringe = line("".join(f"M{x} 150v-26M{x} 1050v26" for x in range(108, 864, 16)), theme.niche, 4, 0.8)
    return (
        fill(whole, theme.wall) + wash(whole, "#FFFFFF", theme.shade, ends=(0.25, 0.12)) + fringe
        + fill(woven, theme.niche, 0.85) + ghost(tiled(woven, line("M0 24L24 0 48 24 24 48zM24 14L34 24 24 34 14 24z", theme.table, 2.5), 48, 48), 0.35)
        + blurred(fill(light, "#FFFFFF"), 2, 0.28) + leaf_light(key, theme.shade, 0.1)
    )  # fmt: skip


SETTINGS = {"niche": niche, "disc": disc, "shore": shore, "hills": hills, "mat": mat}


def backdrop(setting: str, theme: str, key: str) -> str:
    return SETTINGS[setting](THEMES[theme], key)
