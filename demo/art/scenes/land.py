"""Palms, paddies, gardens and hills."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.craft import ladder
from demo.art.motifs.fruit import citrus_half, coffee_branch, somchuk
from demo.art.motifs.leaves import leaf, palmyra, sprig
from demo.art.motifs.people import Look, person, seated
from demo.art.motifs.vessels import pot
from demo.art.paper import (
    at,
    block,
    contact,
    cut,
    fill,
    ghost,
    lifted,
    line,
    oval,
    poly,
)

GREEN = (c.PALM300, "#A9C47C", c.PALM400, "#86AE5C")


@picture(
    "experiences",
    "palm-climbers-day",
    WIDE,
    th="คนขึ้นตาลปีนพะองยามเช้า ทุ่งนาและแนวต้นตาลสทิงพระ",
    en="A palm climber on his ladder in the morning, paddies and palms of Sathing Phra",
)
def climbers_day() -> str:
    back = (
        land.sky(1200, 800, "dawn")
        + land.sun(820, 330, 70, "dawn")
        + land.hills(1200, 400, 50, "#D8C9A6", "climb", 410)
        + land.palm_row(1200, 420, 110, "#7E9A58", "climb", 13)
    )
    fields = land.paddies(1200, 410, 800, GREEN, "climb")
    tree = at(palmyra(620, 210, c.PALM600, c.WOOD700, "tall"), 350, 770) + at(ladder(470, c.STRAW), 388, 760)
    climber = at(
        person(
            190, Look(c.CLAY600, c.INDIGO, c.SKIN_DEEP, "cap", c.SAND0), (0.02, -0.16), (-0.06, -0.24), sarong=False
        ),
        396,
        480,
    ) + at(
        cut(block(-15, 0, 30, 60, 8), c.PALM300, (-4, 0)) + cut(block(18, 8, 30, 60, 8), c.PALM200, (-4, 0)), 410, 400
    )
    pots = at(pot(130, 130, c.CLAY400), 620, 720) + at(pot(100, 100, c.CLAY600), 720, 742)
    cyclist = at(
        person(170, Look(c.LAKE400, c.INK700, head="ngop"), (0.12, 0.12), (0.1, 0.12), sarong=False), 960, 640
    ) + line(
        "M900 650a34 34 0 1 0 .1 0M1030 650a34 34 0 1 0 .1 0M900 684L940 626H1000L1030 684M940 626L968 690 1000 626M930 610h24M1000 626l-6 -30h20",
        c.INK700,
        6,
    )
    return back + fields + lifted(cyclist, 1) + lifted(tree, 3) + lifted(climber, 1) + lifted(pots, 2)


def palm_paddy_lake_row() -> str:
    return "".join(
        at(palmyra(h, crown, tone, "#54402C", f"first{i}"), x, 575)
        for i, (x, h, crown, tone) in enumerate(
            (
                (120, 400, 130, "#46682C"),
                (330, 350, 118, "#3D5C28"),
                (560, 430, 136, "#46682C"),
                (800, 370, 120, "#3D5C28"),
                (1050, 410, 130, "#46682C"),
            )
        )
    )


def palm_paddy_lake_mirror() -> str:
    return (
        fill(block(0, 620, 1200, 190), "#E9CFA6")
        + land.sunpath(600, 628, 800, "#FFF3D6", "first")
        + ghost(
            "".join(
                fill(poly([(x - 8, 624), (x + 8, 624), (x + 5, 624 + h * 0.36), (x - 5, 624 + h * 0.36)]), "#54402C")
                + fill(oval(x, 630 + h * 0.38, 60, 30), "#46682C")
                for x, h in ((120, 330), (330, 290), (560, 360), (800, 300), (1050, 340))
            ),
            0.22,
        )
    )


@picture(
    "stories",
    "palm-paddy-lake",
    WIDE,
    th="แนวต้นตาลบนคันนายามฟ้าสาง มีพะองไม้ไผ่พาดลำต้น",
    en="Palms in a line on a paddy bank at first light, a bamboo ladder against one",
)
def palm_paddy_lake() -> str:
    back = (
        land.sky(1200, 800, "dawn")
        + land.sun(600, 420, 96, "dawn")
        + land.mist(1200, 396, 46, 0.55)
        + fill(block(0, 430, 1200, 60), "#BFD6CF")
        + land.glints(1200, 436, 486, "#FFFFFF", "first", 20)
    )
    far = land.palm_row(1200, 470, 90, "#8FA06E", "first", 12)
    bank = lifted(fill("M-20 560C300 540 800 590 1220 556V640H-20z", "#8A7A4A"), 1)
    row = palm_paddy_lake_row()
    mirror = palm_paddy_lake_mirror()
    rice = "".join(
        at(
            leaf(54 + i % 3 * 16, 6, c.PALM400 if i % 2 else c.PALM300),
            (i * 53) % 1220,
            690 + (i * 37) % 110,
            -92 + (i * 29) % 34 - 17,
        )
        for i in range(70)
    )
    return (
        back
        + far
        + bank
        + lifted(row, 2)
        + at(ladder(330, c.STRAW), 592, 572, 3)
        + fill("M-20 596C300 580 800 620 1220 590V640H-20z", "#6F7A3A")
        + mirror
        + rice
    )


@picture(
    "experiences",
    "saba-yoi-coffee-night",
    WIDE,
    th="บ้านพักกลางสวนกาแฟยามค่ำ มีดาวเต็มฟ้าและแสงตะเกียง",
    en="A homestay in the coffee garden at night under stars and lamplight",
)
def coffee_night() -> str:
    back = (
        land.sky(1200, 800, "night")
        + land.stars(1200, 420, "saba")
        + fill(oval(920, 170, 58), "#F6E7BE")
        + fill(oval(896, 156, 52), "#1B3038")
        + land.hills(1200, 420, 190, "#28474A", "saba", 470, 170)
        + land.hills(1200, 460, 130, "#1F3B36", "saba2", 500, 140)
    )
    ground = land.bushes(1200, 520, 70, "#1E4432", "saba") + land.bank(1200, 560, 820, "#2C3F2A", "saba")
    house = (
        cut(block(-170, -190, 340, 150), "#7C5230", (-8, 0))
        + line("M-170 -150H170M-170 -110H170M-170 -74H170", "#5B3A22", 4, 0.7)
        + "".join(
            fill(block(x, -160, 62, 74), "#FFD98A") + line(f"M{x + 31} -160v74", "#7C5230", 5) for x in (-130, -20)
        )
        + fill(block(80, -160, 60, 120), "#FFC766")
        + cut(block(-210, -44, 420, 20, 4), "#5B3A22", (0, -4))
        + line("M-180 -24V40M-60 -24V40M60 -24V40M180 -24V40", "#4B2E1A", 14)
        + cut(poly([(-220, -180), (-110, -300), (120, -300), (220, -180)]), "#8E3415", (-8, -8))
    )
    glow = ghost(land.blurred(fill(oval(420, 540, 330, 150), "#FFC766"), 3), 0.4)
    people = at(seated(130, Look(c.CLAY400, c.INDIGO, head="bob"), (0.06, 0.16), (-0.04, 0.14)), 690, 676) + at(
        seated(136, Look(c.LAKE300, c.CLAY700, c.SKIN_DEEP, "hair"), (0.04, 0.16), (-0.06, 0.14)), 840, 680
    )
    fire = (
        fill("M760 690q-30 -36 0 -80q34 40 0 80z", c.MARIGOLD400)
        + fill("M760 690q-14 -20 0 -44q18 22 0 44z", "#FFF1C9")
        + line("M730 696l60 -12M790 696l-60 -12", c.BARK, 10)
        + ghost(land.blurred(fill(oval(760, 660, 130, 70), "#FFB84D"), 2), 0.6)
    )
    twigs = lifted(at(coffee_branch(520), -30, 720, -14) + at(coffee_branch(420), 1230, 640, 196), 3)
    return back + ground + glow + lifted(at(house, 420, 590), 2) + fire + people + twigs


@picture(
    "stories",
    "the-orange-with-a-neck",
    WIDE,
    th="ส้มจุกผ่าซีกวางข้างผลเต็มที่มีจุกและใบติดขั้ว",
    en="A som chuk cut open beside a whole fruit with its topknot and leaves",
)
def orange_with_a_neck() -> str:
    wall = (
        land.sky(1200, 800, "clay")
        + fill(oval(600, 360, 270), "#FDF1DC", 0.8)
        + land.hills(1200, 540, 150, "#E9C39B", "neck", 580)
        + land.hills(1200, 580, 90, "#DDA878", "neck2", 610)
    )
    table = lifted(fill(block(-20, 600, 1240, 220), "#B97A4A"), 2) + ghost(
        line("".join(f"M{x} 600l-60 220" for x in range(40, 1320, 110)), c.BARK, 4), 0.2
    )
    half = at(citrus_half(150, "#EE8F28", "#FFF3D6", "#F6A53A", 11), 790, 560)
    peel = line("M930 716c40 -50 130 -40 110 10s-110 30 -80 60 110 14 140 -10", "#EE8F28", 26) + line(
        "M930 716c40 -50 130 -40 110 10s-110 30 -80 60 110 14 140 -10", "#F9C275", 7
    )
    shadows = contact(450, 702, 170, 26) + contact(795, 706, 140, 22)
    twig = at(sprig(300, c.PALM600, 6, 130, 36), 130, 690, -8)
    return (
        wall
        + table
        + lifted(twig, 2)
        + shadows
        + lifted(at(somchuk(178), 450, 706), 4)
        + lifted(half, 4)
        + lifted(at(peel, 10, -34), 2)
        + land.frame_of_leaves(1200, c.PALM800, right=False)
    )
