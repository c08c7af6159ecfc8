"""Funds and campaigns: what the money is for."""

import math

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.cloth import basket, clothed, pikul, ratchawat
from demo.art.motifs.craft import long_boat, ripple, sandbag, stakes
from demo.art.motifs.creatures import crab, fish
from demo.art.motifs.leaves import feather_frond, leaf
from demo.art.motifs.people import Look, person, seated
from demo.art.motifs.town import fanlight, floor_tile, stilt_house
from demo.art.motifs.vessels import bowl, pot, steam
from demo.art.paper import at, block, cut, fill, ghost, lifted, line, oval, polar, poly, smooth


def bead_fan(r: float, tones: tuple[str, ...]) -> str:
    """The bead fan of a Nora dancer, its flat side on (0, 0)."""
    pieces = fill(f"M{-r:.0f} 0A{r:.0f} {r:.0f} 0 0 1 {r:.0f} 0z", c.LAKE900)
    rows = 9
    for i in range(rows):
        radius = r * (0.16 + 0.8 * i / rows)
        count = max(6, int(math.pi * radius / (r * 0.062)))
        for k in range(count + 1):
            x, y = polar(0, 0, radius, 180 + 180 * k / count)
            tone = tones[(i if (k // 3) % 2 else i + 2) % len(tones)]
            pieces += fill(oval(x, y, r * 0.027), tone)
    tassels = line(
        "".join(
            "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*polar(0, 0, r, a), *polar(0, 0, r * 1.09, a))
            for a in range(184, 360, 8)
        ),
        c.MARIGOLD400,
        r * 0.02,
    )
    return (
        tassels
        + pieces
        + fill(f"M{-r * 0.12:.0f} 0A{r * 0.12:.0f} {r * 0.12:.0f} 0 0 1 {r * 0.12:.0f} 0z", c.MARIGOLD400)
    )


@picture(
    "funds",
    "creative-identity-fund",
    WIDE,
    th="พัดลูกปัดโนรา ผ้าทอเกาะยอ กระเบื้องเก่า และเครื่องปั้นสทิงหม้อ",
    en="A Nora bead fan, Koh Yo cloth, old tiles and Sathing Mo pottery together",
)
def creative_fund() -> str:
    back = (
        land.sky(1200, 800, "clay")
        + fill(oval(600, 520, 470), "#FDF3E0", 0.7)
        + lifted(fill(block(-20, 620, 1240, 200), c.CLAY400), 1)
    )
    fan = lifted(at(bead_fan(380, (c.MARIGOLD400, c.CLAY400, c.SAND50, c.ROSE400, c.LAKE300)), 600, 620), 4)
    cloth_a = "M-20 640C140 570 300 640 400 690C470 724 480 780 540 820H-20z"
    cloth_b = "M1220 620C1060 570 920 650 820 700C750 736 730 790 690 820H1220z"
    cloths = lifted(clothed(cloth_a, c.LAKE600, pikul(c.MARIGOLD200, c.SAND0, 54)), 3) + lifted(
        clothed(cloth_b, c.INDIGO, ratchawat(c.INDIGO300, c.MARIGOLD200, 60)), 3
    )
    tiles = "".join(
        lifted(at(floor_tile(130, *look), x, y, t), 3)
        for look, x, y, t in (
            ((c.SAND50, c.CLAY600, c.LAKE600, 0), 190, 480, -8),
            ((c.LAKE100, c.LAKE700, c.MARIGOLD600, 2), 110, 330, 6),
            ((c.MARIGOLD100, c.LAKE700, c.CLAY600, 1), 1080, 350, -6),
        )
    )
    jars = lifted(at(pot(230, 240, c.CLAY600), 990, 700) + at(pot(160, 160, "#C9754A"), 1120, 730), 3)
    return back + tiles + fan + cloths + jars + lifted(at(fanlight(120, c.LAKE700, c.MARIGOLD100), 260, 740), 2)


def water_fund_nipa() -> str:
    return lifted(
        "".join(
            at(feather_frond(300, tone, c.PALM800, 13), x, 590, t, 1, f)
            for x, t, f, tone in (
                (1010, -64, False, c.PALM600),
                (1000, -34, False, c.PALM400),
                (1020, 58, True, c.PALM600),
                (1030, 32, True, c.PALM400),
                (1010, -84, False, c.PALM400),
                (1100, 70, True, c.PALM600),
            )
        ),
        2,
    )


@picture(
    "funds",
    "water-coast-fund",
    WIDE,
    th="สายน้ำจากป่าไหลผ่านฝาย ป่าจาก สู่ทะเลที่มีปูและปลา",
    en="Water runs from forest past weir and nipa to a sea with crabs and fish",
)
def water_fund() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.sun(930, 150, 56, "morning")
        + land.hills(1200, 300, 200, "#A9CDB0", "coast", 360, 180, True)
        + land.hills(1200, 340, 110, "#6FA46B", "coast2", 380, 140, True)
    )
    river = (
        fill(block(0, 360, 1200, 220), "#CFE0B8")
        + lifted(
            fill("M240 330C300 380 180 430 300 480S620 520 560 600H-20V360C100 380 180 360 240 330z", c.PALM300), 1
        )
        + fill(
            "M236 326C300 372 200 420 330 468S700 500 640 620L760 620C800 500 560 470 420 440S330 370 262 326z",
            "#BFE3DD",
        )
        + line("M310 380q60 60 170 90M420 470q130 20 230 60", "#FFFFFF", 6, 0.7)
    )
    weir = "".join(line(f"M{352 + i * 24} {480 - i * 6}v-50", c.WOOD, 9) for i in range(8)) + "".join(
        at(sandbag(54, "#D9C59E"), 366 + i * 42, 494 - i * 10) for i in range(4)
    )
    sea = land.water(1200, 540, 820, "#176F6B", "#9CD0C8", "coast", 5)
    swimmers = ghost(
        at(fish(190, c.LAKE200, c.LAKE50), 320, 690) + at(fish(130, c.LAKE200, c.LAKE50), 520, 740), 0.85
    ) + at(crab(170, "#6FA7C4", "#4C7FA6"), 830, 720, -12)
    nipa = water_fund_nipa()
    return (
        back
        + river
        + weir
        + sea
        + lifted(swimmers, 1)
        + nipa
        + at(stakes(240, 60, c.LAKE900, 8), 600, 610)
        + land.birds(300, 130, c.LAKE700, "coastb", 5)
    )


def ageing_fund_tree() -> str:
    return lifted(
        at(
            cut(smooth([(-34, 0), (-22, -200), (-40, -380), (40, -380), (24, -200), (44, 0)]), c.WOOD700, (-10, 0)),
            180,
            660,
        ),
        2,
    ) + "".join(
        lifted(fill(oval(x, y, rx, ry), tone), 1)
        for x, y, rx, ry, tone in (
            (60, 180, 210, 120, c.PALM600),
            (300, 160, 210, 110, "#4A7D2C"),
            (180, 240, 240, 100, c.PALM400),
        )
    )


@picture(
    "funds",
    "ageing-care-fund",
    WIDE,
    th="ผู้สูงวัยกับอาสาสมัครนั่งม้านั่งหน้าบ้านใต้ร่มไม้ มีน้ำชาและดอกไม้",
    en="Elders and a volunteer on a bench before a house under a tree, with tea and flowers",
)
def ageing_fund() -> str:
    back = (
        land.sky(1200, 800, "clay")
        + land.hills(1200, 430, 90, "#EBC9A4", "age", 470)
        + lifted(fill(block(-20, 600, 1240, 220), "#E0C493"), 1)
    )
    house = lifted(at(stilt_house(620, 430, "#B98352", c.CLAY600, "#FFE2A3"), 850, 620), 2)
    tree = ageing_fund_tree()
    bench = cut(block(270, 606, 520, 28, 8), c.WOOD, (0, -7)) + line("M310 632V740M750 632V740", c.WOOD700, 20)
    people = (
        at(seated(350, Look(c.SAND50, c.LAKE700, c.SKIN_OLD, "grey"), (0.04, 0.24), (-0.02, 0.22)), 380, 610)
        + at(seated(360, Look(c.MARIGOLD400, c.INDIGO, head="bob"), (-0.1, 0.2), (0.14, 0.2)), 540, 610)
        + at(
            seated(340, Look(c.ROSE200, c.CLAY700, c.SKIN_OLD, "scarf", c.LAKE200), (-0.02, 0.24), (0.04, 0.24)),
            690,
            610,
        )
    )
    tea = (
        at(pot(84, 74, c.LAKE600), 470, 740)
        + at(bowl(58, 34, c.SAND0, fill(oval(0, 2, 24, 5), "#C98A3A")), 550, 742)
        + at(steam(60), 470, 650)
        + fill(oval(510, 744, 130, 16), c.WOOD700, 0.5)
    )
    flowers = "".join(
        line(f"M{x} 800V{y}", c.PALM400, 6)
        + "".join(fill(oval(*polar(x, y, 15, a), 11), tone) for a in range(0, 360, 60))
        + fill(oval(x, y, 9), c.SAND0)
        for x, y, tone in (
            (60, 700, c.MARIGOLD400),
            (120, 730, c.CLAY400),
            (1010, 720, c.ROSE400),
            (1080, 690, c.MARIGOLD400),
            (1150, 726, c.CLAY400),
        )
    )
    return back + house + tree + lifted(bench, 2) + lifted(people, 2) + tea + lifted(flowers, 1)


def ready_fund_crew(goods: str) -> str:
    return (
        ripple(560)
        + at(
            person(
                240,
                Look(c.CLAY600, c.INDIGO, c.SKIN_DEEP, "cap", c.MARIGOLD400),
                (0.02, 0.16),
                (0.12, 0.1),
                sarong=False,
            ),
            -190,
            -6,
        )
        + line("M-250 -130L-120 60", c.WOOD700, 11)
        + at(seated(210, Look(c.LAKE300, c.INDIGO, head="scarf", cloth=c.SAND50), (0.08, 0.14), (0.1, 0.2)), -60, -6)
        + goods
        + long_boat(560, c.LAKE700, c.MARIGOLD400, False)
    )


@picture(
    "funds",
    "ready-together-fund",
    WIDE,
    th="ชาวบ้านพายเรือส่งเสบียงยามน้ำหลาก บ้านยกสูงเปิดไฟรอ",
    en="Neighbours bring supplies by boat in the flood season, lamps lit in the raised houses",
)
def ready_fund() -> str:
    back = (
        land.sky(1200, 800, "rain")
        + at(land.cloud(460, "#6F848A", 0.85), 260, 150)
        + at(land.cloud(520, "#647A80", 0.8), 880, 120)
        + land.hills(1200, 430, 110, "#8FA9A2", "flood", 460)
        + land.palm_row(1200, 470, 130, "#5B7A62", "flood", 6)
    )
    homes = (
        at(stilt_house(330, 300, c.WOOD, c.CLAY600, "#FFDF9A"), 180, 540)
        + at(stilt_house(300, 280, "#94683F", c.LAKE700, "#FFDF9A"), 1030, 530)
        + land.lamp_glow(280, 380, 46)
        + land.lamp_glow(930, 376, 46)
    )
    flood = land.water(1200, 500, 820, "#3E7274", "#A9BFB6", "flood", 6) + ghost(
        "".join(
            fill(oval(x, y, 46, 5), "#FFD98A")
            for x, y in ((180, 570), (200, 610), (1030, 570), (1010, 612), (1040, 650))
        ),
        0.5,
    )
    goods = at(
        basket(
            110, 64, c.STRAW600, at(leaf(60, 18, c.PALM400), -20, 4, -70) + at(leaf(60, 18, c.PALM600), 10, 4, -100)
        ),
        60,
        -10,
    ) + at(
        cut(block(-46, -60, 92, 60, 6), c.MARIGOLD400, (-6, -5)) + line("M0 -60V0M-46 -30H46", c.MARIGOLD700, 4, 0.6),
        150,
        -22,
    )
    crew = ready_fund_crew(goods)
    return back + homes + flood + land.rain(1200, 800, "ready") + lifted(at(crew, 610, 690), 3)


def three_weirs_trees() -> str:
    return "".join(
        lifted(
            at(
                cut(smooth([(-18, 0), (-10, -90), (-16, -150), (16, -150), (12, -90), (22, 0)]), c.WOOD700, (-5, 0))
                + line("M-10 -10Q-30 20 -50 24M10 -10Q34 20 60 22M0 -6Q-4 20 -10 34", c.WOOD700, 7)
                + fill(oval(0, -190, 96, 70), c.PALM600)
                + fill(oval(-30, -206, 60, 44), c.PALM400),
                x,
                y,
                0,
                s,
            ),
            2,
        )
        for x, y, s in ((250, 370, 0.7), (960, 380, 0.74), (150, 540, 1), (1070, 560, 1.06))
    )


@picture(
    "campaigns",
    "phumi-living-weirs",
    WIDE,
    th="ฝายมีชีวิตสามตัวลดหลั่นตามลำน้ำภูมี มีต้นไทรและปลา",
    en="Three living weirs step down the Phumi, with fig trees and fish",
)
def three_weirs() -> str:
    back = (
        land.sky(1200, 800, "noon")
        + land.hills(1200, 270, 190, "#B5D3AE", "three", 330, 180, True)
        + land.hills(1200, 310, 110, "#79AE6D", "three2", 340, 150, True)
    )
    pieces = ""
    for i, (y, w) in enumerate(((330, 420), (460, 640), (620, 900))):
        t = 0.6 + 0.3 * i
        pool = f"M{600 - w / 2:.0f} {y}H{600 + w / 2:.0f}L{600 + w * 0.78:.0f} {y + 200}H{600 - w * 0.78:.0f}z"
        pieces += lifted(fill(f"M-20 {y - 16}H1220V820H-20z", c.mix(c.PALM300, c.PALM600, i / 3)), 1) + fill(
            pool, c.mix("#CBE7E0", "#5FB3A8", i / 2.2)
        )
        pieces += line(
            "".join(f"M{600 - w / 2 + k * w / 16:.0f} {y + 10}v{-46 * t:.0f}" for k in range(17)), c.WOOD, 11 * t
        ) + "".join(
            at(sandbag(w / 9, c.mix("#E3D0A8", "#B79E6E", (k * 7 % 5) / 5)), 600 - w / 2 + (k + 0.5) * w / 9, y + 14)
            for k in range(9)
        )
        pieces += fill(
            f"M{600 - w / 2:.0f} {y + 14}H{600 + w / 2:.0f}L{600 + w * 0.53:.0f} {y + 40 * t:.0f}H{600 - w * 0.53:.0f}z",
            "#F2FAF6",
            0.75,
        )
    trees = three_weirs_trees()
    return (
        back
        + pieces
        + trees
        + ghost(at(fish(150, c.LAKE700, c.LAKE300), 480, 740) + at(fish(110, c.LAKE700, c.LAKE300), 720, 716), 0.55)
        + land.glints(1200, 690, 790, "#F2FBF6", "three", 14)
    )


def story_boats_flags() -> str:
    return "".join(
        fill(
            poly(
                [
                    (-160 + i * 52, -230 - 18 * math.sin(i * 0.44)),
                    (-120 + i * 52, -230 - 18 * math.sin(i * 0.44)),
                    (-140 + i * 52, -200 - 18 * math.sin(i * 0.44)),
                ]
            ),
            (c.CLAY400, c.LAKE300, c.SAND50, c.ROSE400)[i % 4],
        )
        for i in range(8)
    )


@picture(
    "campaigns",
    "khlong-daen-story-boats",
    WIDE,
    th="เด็กๆ เล่าเรื่องให้ผู้มาเยือนฟังบนเรือไม้ล่องคลองแดน",
    en="Children tell stories to visitors aboard a wooden boat on the Khlong Daen canals",
)
def story_boats() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.sun(220, 160, 52, "morning")
        + land.palm_row(1200, 420, 130, c.PALM400, "story", 8)
        + "".join(
            at(stilt_house(260, 220, wall, roof), x, 480)
            for x, wall, roof in ((330, c.WOOD, c.CLAY600), (640, "#C08C5A", c.LAKE700), (980, c.WOOD, c.CLAY700))
        )
    )
    canal = land.water(1200, 480, 820, c.LAKE600, "#CBE3D6", "story", 6) + land.glints(
        1200, 510, 790, "#EAF6F0", "story", 20
    )
    roof = cut("M-190 -250Q40 -320 270 -250L262 -226Q40 -292 -182 -226z", c.MARIGOLD400, (0, -7)) + line(
        "M-170 -236V-10M250 -236V-10M40 -276V-240", c.WOOD700, 9
    )
    flags = story_boats_flags()
    crew = (
        at(person(190, Look(c.CLAY400, c.INDIGO, head="bob"), (-0.14, -0.06), (0.18, 0.02), sarong=False), 190, -10)
        + at(seated(180, Look(c.LAKE300, c.LAKE700, head="hair"), (0.02, 0.2), (0.04, 0.2)), 60, -16)
        + at(seated(170, Look(c.SAND0, c.CLAY600, head="scarf", cloth=c.ROSE200), (0, 0.2), (0.04, 0.22)), -40, -14)
        + at(seated(150, Look(c.MARIGOLD200, c.PALM600, head="bob"), (0.1, 0.12), (0.12, 0.14)), -140, -14)
    )
    near = ripple(640) + crew + long_boat(640, c.CLAY600, c.SAND0, False) + roof + flags
    far = at(
        ripple(240)
        + at(seated(90, Look(c.CLAY400, c.INDIGO, head="ngop")), -50, -6)
        + at(seated(84, Look(c.LAKE300, c.INDIGO)), 20, -6)
        + long_boat(240, c.LAKE700, c.MARIGOLD400, False),
        240,
        560,
    )
    return back + canal + lifted(far, 1) + lifted(at(near, 640, 700), 3)
