"""On and beside the water."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.craft import (
    boat,
    lake_hut,
    lift_net,
    long_boat,
    loom,
    ripple,
    stakes,
)
from demo.art.motifs.creatures import crab
from demo.art.motifs.fruit import somchuk
from demo.art.motifs.leaves import leaf, palmyra
from demo.art.motifs.people import FISHER, Look, person, seated
from demo.art.motifs.town import pagoda
from demo.art.paper import at, block, cut, fill, ghost, lifted, line, oval


def hero_bank() -> str:
    return lifted(fill("M-20 840Q220 770 520 860T900 930H-20z", c.PALM800), 2) + "".join(
        at(
            leaf(90 + i % 3 * 30, 12, c.PALM400 if i % 2 else c.PALM600),
            20 + i * 38,
            866 + (i % 4) * 8,
            -92 + (i * 17 % 40) - 20,
        )
        for i in range(15)
    )


def hero_fisher() -> str:
    return boat(
        430,
        c.CLAY600,
        c.MARIGOLD400,
        (seated(190, FISHER, (-0.12, 0.16)), -150),
        (seated(180, Look(c.MARIGOLD400, c.CLAY700, head="scarf", cloth=c.SAND50)), 40),
    )


def hero_nets() -> str:
    return (
        at(lift_net(210, c.LAKE900, c.LAKE700), 850, 548)
        + at(lift_net(130, c.LAKE700, c.LAKE700), 690, 494, flip=True)
        + at(stakes(330, 74, c.LAKE900, 12), 1220, 588)
        + at(lake_hut(150, c.WOOD, c.CLAY600), 1390, 588)
    )


@picture(
    "hero",
    "home",
    (1600, 900),
    th="ยามเช้าบนทะเลสาบสงขลา เรือหางยาวแล่นผ่านยอและกระท่อมกลางน้ำ มีต้นตาลริมฝั่ง",
    en="Morning on Songkhla Lake: a long-tail boat passes lift nets and a hut on stilts, palms along the shore",
)
def hero() -> str:
    w = 1600
    far = (
        land.hills(w, 430, 150, "#BFD6CF", "hero-far", 470, 190)
        + land.hills(w, 440, 90, "#93BDB5", "hero-near", 470, 150)
        + land.mist(w, 396, 40, 0.6)
    )
    shore = (
        land.palm_row(560, 440, 88, c.PALM600, "hero-palms", 8)
        + fill("M-20 432Q300 420 640 446V470H-20z", c.PALM600)
        + fill("M0 440Q320 430 620 448V456H0z", c.PALM400, 0.6)
    )
    lake = (
        land.water(w, 440, 900, c.LAKE600, "#D9E7DD", "hero-lake", 7)
        + land.sunpath(1130, 452, 800, "#FFE9B8", "hero-sun")
        + land.glints(w, 470, 880, c.LAKE100, "hero-glints", 30)
    )
    nets = hero_nets()
    fisher = hero_fisher()
    near = lifted(
        at(palmyra(590, 230, c.PALM600, c.BARK, "hero1"), 110, 930)
        + at(palmyra(400, 170, c.PALM400, c.WOOD700, "hero2"), 318, 940),
        3,
    )
    bank = hero_bank()
    return (
        land.sky(w, 900, "morning")
        + land.sun(1130, 330, 78, "morning")
        + at(land.cloud(320), 420, 190)
        + at(land.cloud(240, opacity=0.5), 1400, 150)
        + at(land.cloud(180, opacity=0.5), 860, 250)
        + land.birds(900, 200, c.LAKE700, "hero", 6)
        + far
        + shore
        + lake
        + nets
        + lifted(at(fisher, 800, 690), 2)
        + bank
        + near
    )


@picture(
    "experiences",
    "koh-yo-loom-and-lake",
    WIDE,
    th="กี่ทอผ้าใต้ชายคาริมทะเลสาบเกาะยอ มองเห็นกระชังปลาและเรือ",
    en="A loom under the eaves at Koh Yo, looking out on fish cages and a boat",
)
def loom_and_lake() -> str:
    view = (
        land.sky(1200, 800, "morning")
        + land.sun(840, 200, 54, "morning")
        + land.hills(1200, 350, 110, "#A9CCC3", "koyo", 380)
        + land.water(1200, 350, 700, c.LAKE400, "#D5E8E2", "koyo", 5)
    )
    cages = (
        "".join(at(stakes(190, 50, c.LAKE900, 7), x, y) for x, y in ((640, 430), (700, 466), (880, 440)))
        + at(lake_hut(110, c.WOOD, c.CLAY600), 1050, 440)
        + lifted(at(boat(230, c.MARIGOLD600, c.SAND0, (seated(110, FISHER), -60)), 760, 560), 1)
    )
    floor = lifted(fill(block(-20, 640, 1240, 180), c.WOOD), 2) + line("M0 690H1200M0 746H1200", c.WOOD700, 5, 0.5)
    posts = (
        "".join(cut(block(x, -10, 44, 660), c.WOOD700, (-8, 0)) for x in (20, 1136))
        + cut("M-20 -20H1220V74Q600 120 -20 74z", c.BARK, (0, -14))
        + ghost(line("M-20 40Q600 84 1220 40", c.WOOD, 8), 0.6)
    )
    weaver = at(
        cut(block(-90, -60, 180, 24, 6), c.WOOD700, (0, -5))
        + line("M-70 -40V20M70 -40V20", c.BARK, 12)
        + at(seated(330, Look(c.CLAY400, c.INDIGO, head="back"), (-0.16, 0.02), (0.16, 0.02)), 0, -50),
        350,
        770,
    )
    yarns = "".join(
        cut(oval(760 + i * 74, 690 - (i % 2) * 6, 34, 28), tone, (-5, -4))
        + line(f"M{732 + i * 74} {684 - (i % 2) * 6}q28 -18 56 0", c.tint(tone, 0.5), 4, 0.8)
        for i, tone in enumerate((c.LAKE600, c.MARIGOLD400, c.CLAY600, c.PALM400))
    )
    return (
        view
        + cages
        + floor
        + posts
        + lifted(at(loom(560, c.LAKE600, c.SAND0), 350, 730), 3)
        + lifted(weaver, 2)
        + lifted(yarns, 2)
    )


def crab_and_orange_branch() -> str:
    return (
        line("M-20 120Q200 130 420 250", c.BARK, 14)
        + "".join(
            at(leaf(150, 44, tone), x, y, t)
            for x, y, t, tone in (
                (60, 124, -50, c.PALM600),
                (160, 134, 60, c.PALM400),
                (240, 160, -40, c.PALM400),
                (320, 200, 40, c.PALM600),
                (400, 240, -10, c.PALM400),
                (120, 130, 110, c.PALM600),
                (20, 120, 70, c.PALM600),
            )
        )
        + at(somchuk(86, False), 150, 370)
        + at(somchuk(96, False), 330, 460)
        + at(somchuk(74, False), 40, 320)
    )


@picture(
    "experiences",
    "chana-crab-and-orange",
    WIDE,
    th="ชายหาดจะนะ ปูม้าตัวเล็กกลับสู่ทะเล มีกิ่งส้มจุกอยู่ใกล้ตา",
    en="Chana shore with a young crab heading to the sea, a branch of som chuk close by",
)
def crab_and_orange() -> str:
    sea = (
        land.sky(1200, 800, "morning")
        + land.sun(760, 200, 56, "morning")
        + land.hills(1200, 340, 60, "#B4D3CC", "chana", 350)
        + land.water(1200, 330, 560, c.LAKE400, "#CFE8E3", "chana", 4)
    )
    sand = (
        lifted(fill("M-20 520C260 470 520 600 820 548S1120 520 1220 500V820H-20z", "#F3E0BB"), 1)
        + line("M-20 530C260 482 520 612 820 558S1120 530 1220 510", "#FFFFFF", 10, 0.8)
        + fill("M-20 640C300 600 640 720 1220 640V820H-20z", "#E8CE9C")
    )
    tracks = line("M760 640q-30 30 -20 70t-40 60", "#C9A972", 5, 0.8, "2 16") + line(
        "M800 648q-24 34 -14 66t-34 56", "#C9A972", 5, 0.8, "2 16"
    )
    beached = lifted(at(long_boat(300, c.LAKE700, c.MARIGOLD400), 960, 520, -4), 1)
    branch = crab_and_orange_branch()
    return (
        sea
        + beached
        + sand
        + at(tracks, -190, 60)
        + lifted(at(crab(190, "#4C7FA6", "#3C6690"), 600, 640, -24), 1)
        + lifted(branch, 3)
    )


@picture(
    "experiences",
    "khao-daeng-sunrise",
    WIDE,
    th="เจดีย์สององค์บนเขาแดงยามอาทิตย์ขึ้น มองเห็นทะเลสาบ อ่าวไทย และแพข้ามฟาก",
    en="Two pagodas on Khao Daeng at sunrise above lake, gulf and ferry",
)
def khao_daeng() -> str:
    back = (
        land.sky(1200, 800, "dawn")
        + land.sun(700, 330, 74, "dawn")
        + at(land.cloud(260), 300, 160)
        + at(land.cloud(200, opacity=0.5), 950, 120)
    )
    sea = (
        land.water(1200, 360, 820, "#3F918B", "#F6DDBE", "daeng", 6)
        + land.sunpath(700, 372, 600, "#FFF0CC", "daeng")
        + fill("M-20 420Q300 380 640 414T900 400Q700 440 420 440T-20 460z", "#86A88A")
    )
    ferry = (
        cut("M-90 -26H90L70 14H-70z", c.LAKE700, (-4, -4))
        + fill(block(-30, -62, 60, 36, 4), c.SAND0)
        + line("M-90 -30V-52M90 -30V-52", c.LAKE700, 5)
        + "".join(fill(block(x, -42, 22, 16, 4), tone) for x, tone in ((-74, c.CLAY600), (44, c.MARIGOLD400)))
    )
    hill = lifted(
        fill("M-20 600C160 560 300 520 420 540S700 660 860 690 1080 760 1220 770V820H-20z", "#7E8F58"), 2
    ) + lifted(fill("M-20 690C200 640 420 640 620 720S960 800 1220 810V820H-20z", c.PALM600), 2)
    temples = lifted(at(pagoda(230, "#E2CFB2"), 230, 580) + at(pagoda(190, "#3B3732"), 420, 566), 2)
    steps = line("".join(f"M{540 + i * 26} {776 - i * -3 - i * 16}h46" for i in range(9)), c.SAND100, 9, 0.85)
    walkers = lifted(
        at(person(110, Look(c.CLAY400, c.INDIGO, head="cap", cloth=c.SAND0), sarong=False), 640, 740)
        + at(person(104, Look(c.LAKE300, c.INK700, head="bun"), sarong=False), 690, 760),
        1,
    )
    return (
        back
        + sea
        + at(ferry + ripple(180), 860, 500)
        + land.birds(820, 230, c.CLAY700, "daeng")
        + hill
        + steps
        + temples
        + walkers
    )
