"""Herbal and home goods, the nipa basket, gifts."""

from random import Random

from demo.art import palette as c
from demo.art.gallery import lay, product, stand
from demo.art.motifs.cloth import basket, clothed, pikul, plait
from demo.art.motifs.fruit import mango, somchuk
from demo.art.motifs.garden import (
    coffee_bean,
    greens,
    lemongrass,
    pumpkin,
    scatter,
    seedling,
    tomato,
    turmeric,
)
from demo.art.motifs.leaves import feather_frond, leaf, rice_ear, sprig
from demo.art.motifs.packs import pouch, sealed_label, side_bag
from demo.art.motifs.vessels import bowl, jar
from demo.art.motifs.winged import bee
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
    tiled,
    wash,
)
from demo.art.products.grain import wrapped_bar
from demo.art.products.palmyra import palm_emblem, sugar_disc


@product("nipa-basket", "niche", "sand", th="ตะกร้ากลมสานก้านจาก ใส่ผลไม้", en="A round basket of nipa stems holding fruit")
def nipa_basket() -> str:
    heaped = "".join(
        lifted(at(thing, x, y), 1)
        for thing, x, y in ((mango(86), -140, 40), (somchuk(76), 130, 44), (mango(90), 10, 50), (somchuk(70), -30, -20))
    )
    fronds = lifted(at(feather_frond(430, c.PALM400, c.PALM800), 520, 700, -30), 2)
    return fronds + stand(basket(600, 300, "#8E6239", heaped, c.STRAW, 190), 470, 970, 280)


@product(
    "latex-pillow",
    "disc",
    "lake",
    th="หมอนยางพาราในปลอกผ้าฝ้าย มุมเปิดให้เห็นเนื้อยาง",
    en="A natural latex pillow with its cotton case turned back",
)
def latex_pillow() -> str:
    body = smooth(
        [
            (-320, -180),
            (-300, -330),
            (-120, -350),
            (120, -350),
            (300, -330),
            (322, -180),
            (300, -30),
            (120, -8),
            (-120, -8),
            (-300, -30),
        ]
    )
    core = cut(body, "#F8F0DC", (-12, -12)) + tiled(body, fill(oval(17, 17, 6), "#D8C7A0"), 34, 34)
    case = smooth(
        [
            (-320, -180),
            (-300, -330),
            (-120, -350),
            (90, -352),
            (150, -260),
            (110, -180),
            (150, -90),
            (90, -6),
            (-120, -8),
            (-300, -30),
        ]
    )
    stripes = inside(case, line("".join(f"M{x} -370V20" for x in range(-320, 160, 34)), c.LAKE200, 7, 0.9))
    cover = lifted(
        cut(case, c.SAND0, (-12, -10)) + stripes + line("M104 -340Q164 -262 124 -180T104 -22", c.LAKE600, 8), 2
    )
    cup = cut("M-70 -70H70Q64 0 0 0T-70 -70z", c.CLAY600, (-8, 0)) + fill(oval(0, -70, 70, 18), "#FFFDF6")
    return (
        stand(core + cover, 480, 900, 320)
        + stand(cup, 760, 1020, 64)
        + stand(at(leaf(170, 46, c.PALM600), 0, 0), 560, 1030, turn=-10)
    )


@product(
    "herbal-neck-pillow",
    "niche",
    "rose",
    th="หมอนสมุนไพรประคบคอ กับขมิ้น ไพล และเมล็ดข้าว",
    en="A herbal neck warmer with turmeric, ginger root and rice",
)
def neck_pillow() -> str:
    d = "M-280 -330C-320 -90 -160 0 0 0S320 -90 280 -330C276 -372 190 -372 186 -330C196 -190 100 -130 0 -130S-196 -190 -186 -330C-190 -372 -276 -372 -280 -330z"
    cloth = clothed(d, c.CLAY200, pikul(c.CLAY600, c.SAND0, 44)) + wash(d, "#FFFFFF", c.SHADOW, ends=(0.2, 0.2))
    seams = line(
        "M-150 -92L-196 -30M-52 -128L-66 -12M52 -128L66 -12M150 -92L196 -30M-190 -250L-292 -240M190 -250L292 -240",
        c.CLAY600,
        6,
        0.6,
    )
    rice = stand(bowl(200, 86, c.LAKE600, scatter(130, 20, "#F4EAD6", 12, 50, "neck", 2.6), c.LAKE300), 720, 1010, 90)
    return (
        stand(cut(d, c.CLAY200) + cloth + seams, 470, 900, 220, 1.16)
        + stand(turmeric(180), 250, 1010, turn=-14)
        + stand(turmeric(150, "#F0C25A"), 430, 1040, turn=8)
        + rice
    )


def ball_body(r: float) -> str:
    return smooth(
        [
            (-r * 0.2, -r * 1.86),
            (-r * 0.8, -r * 1.5),
            (-r, -r * 0.8),
            (-r * 0.6, -r * 0.1),
            (0, 0),
            (r * 0.6, -r * 0.1),
            (r, -r * 0.8),
            (r * 0.8, -r * 1.5),
            (r * 0.2, -r * 1.86),
        ]
    )


def ball(r: float, cord: str) -> str:
    body = ball_body(r)
    stem = smooth(
        [
            (-r * 0.22, -r * 1.8),
            (-r * 0.26, -r * 2.7),
            (-r * 0.1, -r * 2.86),
            (r * 0.14, -r * 2.82),
            (r * 0.26, -r * 2.66),
            (r * 0.22, -r * 1.8),
        ]
    )
    folds = line(
        "".join(
            f"M{x * r * 0.18:.0f} {-r * 1.82:.0f}Q{x * r * 0.55:.0f} {-r * 1.5:.0f} {x * r * 0.6:.0f} {-r * 0.9:.0f}"
            for x in (-1.3, -0.8, -0.3, 0.3, 0.8, 1.3)
        ),
        "#CDB892",
        5,
        0.8,
    )
    wraps = line(
        "".join(
            f"M{-r * 0.24:.0f} {-r * y:.0f}Q0 {-r * y + 12:.0f} {r * 0.24:.0f} {-r * y:.0f}"
            for y in (1.84, 1.94, 2.04, 2.14, 2.24)
        ),
        cord,
        10,
    )
    stain = inside(body, fill(oval(r * 0.2, -r * 0.4, r * 0.7, r * 0.5), c.MARIGOLD400, 0.2))
    return cut(stem, "#EFE2C6", (-6, 0)) + cut(body, "#F4EAD2", (-11, -9)) + stain + folds + wraps


@product(
    "herbal-compress",
    "hills",
    "clay",
    th="ลูกประคบสมุนไพรสองลูกห่อผ้าดิบ กับตะไคร้และขมิ้น",
    en="Two herbal compress balls in raw cotton with lemongrass and turmeric",
)
def herbal_compress() -> str:

    grass = lifted(at(lemongrass(420), 560, 1040, -7) + at(lemongrass(380), 520, 1000, -12), 2)
    return (
        stand(ball(150, c.CLAY600), 600, 900, 130, turn=9)
        + stand(ball(168, c.PALM600), 350, 950, 150, turn=-5)
        + grass
        + stand(turmeric(150), 790, 1000, turn=18)
    )


@product(
    "rice-honey-soap",
    "disc",
    "sand",
    th="สบู่ข้าวน้ำผึ้งซ้อนกันสามก้อน ผูกเชือก กับรวงข้าว",
    en="Three stacked bars of rice and honey soap tied with string",
)
def soap() -> str:
    def bar(tone: str, stamp: str) -> str:
        face = block(-190, -130, 380, 130, 24)
        top = poly([(-176, -130), (-130, -186), (210, -186), (186, -130)])
        side = poly([(186, -130), (210, -186), (214, -60), (190, -16)])
        rng = Random(tone)
        specks = "".join(
            fill(oval(rng.uniform(-176, 172), rng.uniform(-118, -10), 4, 3), c.shade(tone, 0.28), 0.6)
            for _ in range(30)
        )
        return (
            fill(side, c.shade(tone, 0.2)) + fill(top, c.tint(tone, 0.35)) + cut(face, tone, (-8, -7)) + specks + stamp
        )

    mark = at(
        line("M0 -60l52 30v60l-52 30 -52 -30v-60z", c.shade("#E7C27A", 0.2), 8) + at(bee(60), 0, 0), 0, -66, 0, 0.74
    )
    stack = at(bar("#EFD9B4", ""), 12, 0) + at(bar("#E7C27A", mark), -14, -140) + at(bar("#F5EAD3", ""), 8, -280)
    tie = line("M-44 -420L-30 -466M-44 -420L-60 -280M-60 -280L-44 -140M-44 -140L-40 -2", c.CLAY600, 8) + line(
        "M-190 -216Q0 -208 172 -222", c.CLAY600, 8
    )
    grain = lifted(
        at(rice_ear(380, "#D9A441", c.PALM400), 690, 960, 6) + at(rice_ear(330, "#D9A441", c.PALM400), 720, 970, 24), 2
    )
    foam = "".join(
        fill(oval(x, y, r), "#FFFFFF", 0.65) + line(oval(x, y, r), "#FFFFFF", 3, 0.9)
        for x, y, r in ((200, 1010, 34), (252, 1030, 22), (160, 1036, 18), (226, 960, 14))
    )
    return grain + stand(stack + tie, 440, 975, 210) + foam


@product(
    "city-garden-kit",
    "shore",
    "palm",
    th="ชุดปลูกผัก ซองเมล็ด ก้อนปุ๋ย และขวดตัดปลูกต้นกล้า",
    en="A garden kit: seed packets, compost blocks and a cut bottle with seedlings",
)
def garden_kit() -> str:
    def packet(tone: str, art: str) -> str:
        return at(
            cut(block(-85, -250, 170, 250, 8), tone, (-6, -5))
            + fill(block(-85, -250, 170, 44), c.shade(tone, 0.18))
            + at(fill(oval(0, 0, 62), c.SAND50) + art, 0, -105),
            0,
            0,
        )

    cut_bottle = "M-110 -230H110L100 -20Q96 0 76 0H-76Q-96 0 -100 -20z"
    pot_ = (
        fill(cut_bottle, "#FFFFFF", 0.55)
        + inside(
            cut_bottle, fill(block(-120, -170, 240, 180), "#5B4030"), fill(block(-92, -220, 18, 190, 9), "#FFFFFF", 0.5)
        )
        + line(cut_bottle, "#FFFFFF", 6, 0.5)
    )
    plants = "".join(at(seedling(h), x, -166) for x, h in ((-62, 130), (0, 180), (62, 120)))
    packets = (
        stand(packet(c.MARIGOLD200, at(pumpkin(42), 0, 30)), 420, 850, 80, 1.5, -9)
        + stand(packet(c.PALM200, at(greens(88, c.PALM400), 0, 44)), 600, 850, 80, 1.5, 3)
        + stand(packet(c.CLAY200, at(tomato(40), 0, 38)), 750, 880, 80, 1.5, 12)
    )
    blocks = "".join(
        stand(
            cut(block(-74, -64, 148, 64, 10), "#6B4A34", (-6, -6)) + line("M-50 -46h60M-20 -26h70", "#8E6A4E", 5, 0.6),
            x,
            y,
            70,
        )
        for x, y in ((590, 1010), (760, 1030), (670, 950))
    )
    return packets + stand(plants + pot_, 300, 1000, 130, 1.4) + blocks


@product(
    "phatong-market-voucher",
    "mat",
    "marigold",
    th="คูปองตลาดสุขภาพสองใบลายผักสด",
    en="Two healthy-market vouchers with fresh vegetables drawn on them",
)
def market_voucher() -> str:
    def ticket(tone: str, accent: str) -> str:
        d = "M-330 -150H150a26 26 0 0 0 52 0H330V150H202a26 26 0 0 0 -52 0H-330z"
        art = at(greens(180, c.PALM400), -210, 86) + at(tomato(46), -112, 92) + at(pumpkin(62), -20, 92)
        stub = line("M176 -106V106", accent, 5, 0.8, "3 14") + at(
            tiled(block(214, -76, 90, 152), *plait(accent, 30)), 0, 0
        )
        ground = fill("M-330 92Q-80 60 150 92V150H-330z", c.PALM200)
        return (
            cut(d, tone, (-6, -6))
            + inside(d, ground, fill(block(-330, -150, 660, 18), accent), fill(block(-330, 132, 660, 18), accent))
            + art
            + stub
        )

    return (
        lay(ticket(c.LAKE100, c.LAKE600), 510, 760, 9, 1, 3)
        + lay(ticket(c.SAND50, c.CLAY600), 450, 490, -8, 1.04, 4)
        + lay(at(leaf(190, 56, c.PALM400), 0, 0), 640, 1000, -24, level=2)
    )


@product(
    "hatyai-gift-box",
    "niche",
    "deep",
    th="กล่องของฝากเปิดฝา มีน้ำตาลโตนด กาแฟ ช็อกโกแลต ชา และมะม่วง",
    en="An open gift box with palm sugar, coffee, chocolate, tea and candied mango",
)
def gift_box() -> str:
    coffee = at(
        side_bag(150, 270, "#3E2C22", c.MARIGOLD400, sealed_label(90, c.CLAY600, at(coffee_bean(48), 0, 0, -30))),
        -190,
        70,
    )
    bar = at(wrapped_bar(c.LAKE600, c.MARIGOLD400, "#4A2A1A", ""), -56, -120, -4, 0.56)
    tea = at(pouch(160, 250, c.CLAY400, sealed_label(84, c.CLAY600, at(somchuk(19), 0, 25))), 70, 70)
    mangoes = at(jar(130, 190, "#CFCB6E", c.PALM600, "", sealed_label(80, c.PALM600, at(mango(26), 0, 16))), 204, 76)
    discs = at(sugar_disc(62), -110, 70) + at(sugar_disc(62), 10, 84)
    inner = fill(block(-300, -150, 600, 260), c.shade(c.CLAY700, 0.2)) + coffee + bar + tea + mangoes + discs
    lid = cut(poly([(-310, -160), (-270, -330), (270, -330), (310, -160)]), c.CLAY600, (-6, -8)) + line(
        "M-250 -230l40 -40 40 40 40 -40 40 40 40 -40 40 40 40 -40 40 40 40 -40 40 40 40 -40 40 40", c.MARIGOLD200, 8
    )
    front = (
        cut(block(-310, 20, 620, 220, 6), c.CLAY600, (-10, -6))
        + fill(block(-310, 110, 620, 40), c.MARIGOLD400)
        + at(sealed_label(130, c.CLAY600, palm_emblem(0.62)), 0, 130)
    )
    return stand(lid + inner + front, 480, 735, scale=1.12) + lifted(
        at(sprig(240, c.PALM400, 5, 80, 22), 640, 1040, -6), 2
    )
