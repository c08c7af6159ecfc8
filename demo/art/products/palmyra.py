"""Everything from the toddy palm: sugar, syrup, vinegar, sap, brush."""

from demo.art import palette as c
from demo.art.gallery import product, stand
from demo.art.motifs.garden import heap, scatter
from demo.art.motifs.leaves import fan_leaf, leaf, palmyra
from demo.art.motifs.packs import pouch
from demo.art.motifs.vessels import bottle, bowl, label, plate, pot
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    inside,
    lifted,
    line,
    oval,
    smooth,
    wash,
)

SYRUP, SUGAR, SAP = "#A8541A", "#B8793A", "#F1EAD4"


def palm_emblem(scale: float = 1, colour: str = c.PALM600) -> str:
    """A little palm for labels, centred."""
    return at(palmyra(96, 62, colour, c.WOOD700), 0, 66, 0, scale * 0.86)


def sugar_disc(r: float) -> str:
    """A disc of sugar in its ring of palm leaf, from the side and above."""
    ry = r * 0.42
    ring = f"M{-r:.0f} 0V{-r * 0.36:.0f}A{r:.0f} {ry:.0f} 0 0 1 {r:.0f} {-r * 0.36:.0f}V0A{r:.0f} {ry:.0f} 0 0 1 {-r:.0f} 0z"
    folds = line(
        "".join(f"M{x * r:.0f} {-r * 0.3:.0f}V{r * 0.5:.0f}" for x in (-0.8, -0.55, -0.25, 0.1, 0.45, 0.75)),
        c.shade(c.STRAW600, 0.22),
        3,
        0.5,
    )
    top = oval(0, -r * 0.36, r * 0.93, ry * 0.92)
    swirl = line(
        f"M{-r * 0.5:.0f} {-r * 0.4:.0f}q{r * 0.5:.0f} {-r * 0.2:.0f} {r * 0.9:.0f} {r * 0.04:.0f}M{-r * 0.3:.0f} {-r * 0.22:.0f}q{r * 0.4:.0f} {r * 0.1:.0f} {r * 0.7:.0f} 0",
        c.tint(SUGAR, 0.4),
        r * 0.05,
        0.6,
    )
    return (
        cut(ring, c.STRAW, (-r * 0.12, 0))
        + inside(ring, folds)
        + fill(oval(0, -r * 0.36, r, ry), c.tint(c.STRAW, 0.3))
        + cut(top, SUGAR, (-6, -5), (5, 4))
        + swirl
    )


@product(
    "node-sugar-discs",
    "niche",
    "palm",
    th="น้ำตาลแว่นโตนดในวงใบตาล ซ้อนกันบนจาน",
    en="Palmyra sugar discs in rings of palm leaf, stacked on a tray",
)
def sugar_discs() -> str:
    disc = sugar_disc(112)
    fan = lifted(at(fan_leaf(430, c.PALM400, c.PALM800, 210, 21), 600, 880, 14), 2)
    tray = stand(plate(760, c.WOOD, c.tint(c.WOOD), 0.24), y=965, rx=370)
    pile = "".join(
        stand(disc, x, y, scale=s)
        for x, y, s in (
            (270, 905, 1),
            (510, 890, 1),
            (730, 925, 1),
            (390, 950, 1.05),
            (520, 800, 1),
            (300, 812, 1),
            (410, 712, 1),
        )
    )
    return fan + tray + pile


@product(
    "node-syrup",
    "disc",
    "clay",
    th="ขวดน้ำผึ้งโตนดสีอำพัน ข้างถ้วยเล็กและน้ำตาลที่กำลังหยด",
    en="A bottle of amber palmyra syrup beside a small bowl",
)
def syrup() -> str:
    paper = label(176, 190, c.SAND50, c.CLAY600, palm_emblem(1.05))
    dip = bowl(
        210, 100, c.LAKE600, fill(oval(0, 4, 92, 20), SYRUP) + fill(oval(-26, -2, 30, 6), "#FFFFFF", 0.35), c.LAKE300
    )
    spoon = at(
        cut(block(-8, -250, 16, 250, 8), c.WOOD, (-3, 0)) + cut(oval(0, 10, 34, 46), c.WOOD, (-5, -4)), 705, 872, 32
    )
    return (
        stand(bottle(250, 600, SYRUP, c.BARK, paper, 0.66), x=390, rx=128) + lifted(spoon, 2) + stand(dip, 690, 985, 96)
    )


@product(
    "node-vinegar",
    "niche",
    "lake",
    th="ขวดน้ำส้มโหนดทรงสูงหน้าโอ่งดินเผา",
    en="A tall bottle of palmyra vinegar in front of a clay jar",
)
def vinegar() -> str:
    paper = label(140, 210, c.SAND50, c.PALM600, palm_emblem(0.95, c.LAKE600))
    jar = stand(pot(400, 400, c.CLAY400), 600, 935, 180)
    return (
        jar
        + stand(bottle(196, 660, "#E3C88C", c.PALM600, paper, 0.74, 0.4), x=330, rx=104)
        + stand(bowl(170, 76, c.SAND50, fill(oval(0, 4, 74, 15), "#E3C88C"), c.LAKE400), 560, 1000, 74)
    )


@product(
    "node-powder",
    "hills",
    "sand",
    th="ถุงน้ำตาลโตนดผง กับช้อนไม้ตักผงน้ำตาล",
    en="A pouch of palmyra sugar powder with a wooden scoop",
)
def powder() -> str:
    pack = stand(
        pouch(400, 560, "#C98E4C", label(230, 190, c.SAND50, c.CLAY600, palm_emblem(1.1)), "#D9A766"), x=390, rx=190
    )
    mound = stand(heap(270, 110, "#C99656", 4, "powder", 1), 700, 1000, 120)
    scoop = at(
        cut(oval(0, 0, 74, 36), c.WOOD, (-6, -5))
        + fill(oval(-4, -6, 58, 24), "#D9A766")
        + cut(block(60, -14, 190, 26, 13), c.WOOD, (0, -5)),
        650,
        1010,
        -16,
    )
    return pack + mound + lifted(scoop, 2)


@product(
    "node-fresh-sap",
    "shore",
    "palm",
    th="น้ำตาลสดโตนดสี่ขวดกับกระบอกไม้ไผ่และใบตาล",
    en="Four small bottles of fresh palmyra sap with a bamboo tube",
)
def fresh_sap() -> str:
    tube = (
        cut(block(-62, -520, 124, 520, 16), c.PALM300, (-18, 0))
        + line("M-62 -350H62M-62 -170H62", c.PALM600, 8, 0.7)
        + fill(oval(0, -518, 62, 18), c.PALM600)
        + fill(oval(0, -514, 46, 11), SAP)
    )
    strap = line("M-60 -500C-90 -660 90 -660 60 -500", c.BARK, 9)
    caps = (c.PALM400, c.MARIGOLD400, c.PALM400, c.MARIGOLD400)
    bottles = "".join(
        stand(
            bottle(142, 350, SAP, cap, label(96, 92, c.SAND0, c.PALM400, palm_emblem(0.5)), 0.68, 0.46),
            292 + i * 150,
            960 + (i % 2) * 26,
            70,
        )
        for i, cap in enumerate(caps)
    )
    fan = lifted(at(fan_leaf(300, c.PALM400, c.PALM800), 790, 900, 24), 2)
    return fan + stand(strap + tube, 250, 905, 60, turn=-7) + bottles


@product(
    "yai-node-veg-brush",
    "mat",
    "palm",
    th="แปรงล้างผักขนใยตาล ด้ามไม้ตาล",
    en="A vegetable brush of palmyra bristles with a palm-wood handle",
)
def veg_brush() -> str:
    bristles = "".join(
        line(f"M{-150 + i * 12} 40l{(i - 12.5) * 2.2:.0f} 170", c.mix(c.WOOD, c.STRAW, (i * 7 % 10) / 10), 10)
        for i in range(26)
    )
    tips = line("".join(f"M{-150 + i * 12 + (i - 12.5) * 2:.0f} 190v22" for i in range(26)), c.BARK, 6, 0.5)
    head = smooth([(-176, 50), (-190, -10), (-120, -60), (0, -74), (120, -60), (190, -10), (176, 50), (0, 66)])
    grain = inside(head, line("M-190 -6Q0 -50 190 -6M-190 24Q0 -14 190 24", c.BARK, 4, 0.4))
    wire = line("M-168 46Q0 76 168 46", c.STRAW, 7)
    handle = (
        cut(
            smooth([(-34, -50), (-46, -190), (-52, -330), (-26, -400), (26, -400), (52, -330), (46, -190), (34, -50)]),
            c.WOOD700,
            (-10, -4),
        )
        + fill(oval(0, -356, 13), c.PALM100)
        + line("M0 -366q-50 -70 10 -110q60 30 -6 110", c.STRAW, 6)
    )
    leaves = "".join(
        lay_leaf(x, y, t, k) for x, y, t, k in ((700, 900, -40, 1), (640, 960, -8, 0.8), (190, 330, 160, 0.8))
    )
    return leaves + lifted(
        at(bristles + tips + handle + cut(head, c.WOOD, (-8, -8)) + grain + wire, 480, 680, 24, 1.12), 4
    )


def lay_leaf(x: float, y: float, turn: float, scale: float) -> str:
    return lifted(at(leaf(210, 62, c.PALM400), x, y, turn, scale), 2)


@product(
    "rice-crisps-palmyra",
    "hills",
    "clay",
    th="ถุงข้าวพองน้ำตาลโตนด กับแผ่นข้าวพองเคลือบน้ำตาล",
    en="A bag of palmyra rice crisps with glazed puffed rounds in front",
)
def rice_crisps() -> str:
    pack = stand(
        pouch(380, 540, c.LAKE600, label(220, 180, c.SAND50, c.MARIGOLD400, at(rice_round(64), 0, 4)), "#EAC887"),
        x=360,
        rx=180,
    )
    rounds = (
        stand(rice_round(94), 650, 880)
        + stand(at(rice_round(94), 0, 0, 0, 1), 760, 940)
        + stand(rice_round(100), 590, 985)
    )
    return pack + rounds


def rice_round(r: float) -> str:
    """A round of puffed rice, centred."""
    grains = scatter(r * 1.3, r * 1.3, "#F0DDB0", r * 0.13, 90, "puff", 1.9)
    return cut(oval(0, 0, r), "#D59B4E", (-5, -6)) + inside(
        oval(0, 0, r), grains, wash(oval(0, 0, r), "#C67A22", "#FFFFFF", ends=(0.28, 0.05))
    )
