"""Sweets and snacks."""

from random import Random

from demo.art import palette as c
from demo.art.gallery import lay, product, stand
from demo.art.motifs.creatures import fish
from demo.art.motifs.fruit import mango, mango_slice, sapodilla
from demo.art.motifs.great_fruit import aril, champedak_open, durian
from demo.art.motifs.leaves import banana_leaf, feather_frond, leaf
from demo.art.motifs.packs import box, pouch, sealed_label
from demo.art.motifs.vessels import bowl, cloth_cap, jar, label, tin
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    globe,
    inside,
    lifted,
    line,
    oval,
    polar,
    poly,
    smooth,
)

CRACKER = "#E9C48F"


@product(
    "khanom-la",
    "mat",
    "marigold",
    th="ขนมลาแผ่นเส้นละเอียดพับครึ่งซ้อนกันบนใบตอง",
    en="Lacy khanom la crêpes folded in half on a banana leaf",
)
def khanom_la() -> str:
    below = lay(banana_leaf(820, 320, c.PALM400), 480, 620, -24)
    places = ((330, 520, -34), (610, 500, 24), (360, 760, 10), (640, 740, 46), (490, 630, -8))
    return below + "".join(lay(lace(210, f"la{i}"), x, y, turn, 1, 2) for i, (x, y, turn) in enumerate(places))


def lace(r: float, seed: str) -> str:
    """A crêpe of poured threads folded to a half moon, its fold upwards."""
    rng = Random(seed)
    edge = [polar(0, 0, r * rng.uniform(0.94, 1.03), a) for a in range(0, 181, 15)]
    d = smooth([(r * 0.6, -r * 0.12), (0, -r * 0.15), (-r * 0.6, -r * 0.12), *reversed(edge)])
    loops = "".join(
        oval(rng.uniform(-r, r), rng.uniform(-r * 0.2, r), rng.uniform(0.2, 0.6) * r, rng.uniform(0.16, 0.5) * r)
        for _ in range(26)
    )
    fold = f"M{-r * 0.86:.0f} {r * 0.02:.0f}Q0 {-r * 0.13:.0f} {r * 0.86:.0f} {r * 0.02:.0f}"
    net = line(loops, "#FFE3A0", 3.4, 0.95)
    return fill(d, "#F0B64C", 0.72) + inside(d, net, line(fold, "#FFEBB8", 16, 0.5)) + line(d, "#E6A93F", 5)


@product(
    "sapodilla-dried",
    "niche",
    "clay",
    th="ถุงละมุดอบแห้ง กับชิ้นละมุดฝานบาง",
    en="A pouch of dried sapodilla with thin slices",
)
def dried_sapodilla() -> str:
    pack = stand(
        pouch(390, 560, "#8E5A3A", label(230, 190, c.SAND50, c.CLAY400, at(sapodilla(52), 0, 54)), "#C78A50"),
        x=370,
        rx=185,
    )
    slices = "".join(
        stand(at(dried_slice(r), 0, 0, t), x, y)
        for x, y, r, t in ((650, 890, 78, 10), (780, 930, 72, 60), (600, 985, 82, -20), (730, 1010, 76, 30))
    )
    return pack + slices


def dried_slice(r: float) -> str:
    rng = Random(r)
    edge = smooth([polar(0, 0, r * rng.uniform(0.92, 1.02), i * 30) for i in range(12)])
    seeds = "".join(
        at(fill(oval(0, 0, r * 0.08, r * 0.2), "#6B3C1C", 0.75), *polar(0, 0, r * 0.36, a), a + 90)
        for a in (-90, 30, 150)
    )
    return cut(edge, "#A5652F", (-4, -5)) + at(globe(edge, "#DFA35F", "#BD7A3A", 0.5, 0.5), 0, 0, 0, 0.86) + seeds


@product(
    "champedak-chips",
    "disc",
    "marigold",
    th="ถุงจำปาดะทอดกรอบ กับชามชิ้นจำปาดะสีทอง",
    en="A bag of champedak chips with a bowl of golden pieces",
)
def champedak_chips() -> str:
    pack = stand(
        pouch(
            400, 570, c.PALM600, label(220, 210, c.SAND50, c.MARIGOLD400, at(champedak_open(96, 140), 0, 68)), "#F0B93A"
        ),
        x=370,
        rx=190,
    )
    heaped = "".join(
        at(aril(78), x, y, t)
        for x, y, t in (
            (-86, -8, 20),
            (-30, -26, -14),
            (40, -20, 30),
            (92, -6, -24),
            (-56, -56, 60),
            (20, -64, 5),
            (66, -50, -50),
            (-6, -92, 20),
        )
    )
    dish_ = stand(bowl(310, 140, c.CLAY600, heaped, c.CLAY300), 665, 1000, 130)
    return pack + dish_ + stand(at(aril(72), 0, 0, 18), 440, 1020)


@product(
    "khanom-chak",
    "mat",
    "sand",
    th="ขนมจากห่อใบจากย่างถ่าน เรียงเป็นมัดบนใบตอง",
    en="Charcoal-grilled khanom chak in nipa leaf, in a row on a leaf",
)
def khanom_chak() -> str:
    below = lay(banana_leaf(800, 300, c.PALM400), 480, 640, 62)
    frond = lay(feather_frond(460, c.PALM600, c.PALM800, 13), 110, 260, 20, level=2)
    parcels = "".join(
        lay(nipa_parcel(440, i), 480 + (i % 2) * 16, 380 + i * 104, -8 + (i * 5 % 9), level=3) for i in range(6)
    )
    return below + frond + parcels


def nipa_parcel_d(length: float, h: float) -> str:
    return smooth(
        [
            (-length / 2, 0),
            (-length * 0.42, -h),
            (0, -h * 1.1),
            (length * 0.42, -h),
            (length / 2, 0),
            (length * 0.42, h),
            (0, h * 1.1),
            (-length * 0.42, h),
        ]
    )


def nipa_parcel(length: float, seed: int) -> str:
    """A long leaf parcel with scorched ends and the sweet showing in its slit, centred."""
    h = 40
    d = nipa_parcel_d(length, h)
    ribs = line(
        f"M{-length / 2:.0f} -10Q0 -34 {length / 2:.0f} -10M{-length / 2:.0f} 12Q0 34 {length / 2:.0f} 12",
        c.BARK,
        3,
        0.35,
    )
    rng = Random(seed)
    scorch = "".join(
        fill(oval(rng.uniform(-length / 2, length / 2), rng.uniform(-h, h), rng.uniform(12, 30), 9), c.BARK, 0.4)
        for _ in range(7)
    )
    slit = fill(f"M{-length * 0.3:.0f} 0Q0 -22 {length * 0.3:.0f} 0Q0 18 {-length * 0.3:.0f} 0z", "#F3E3C2") + fill(
        f"M{-length * 0.26:.0f} 1Q0 -12 {length * 0.26:.0f} 1Q0 12 {-length * 0.26:.0f} 1z", "#C9985C", 0.7
    )
    pins = line(f"M{-length * 0.4:.0f} -20l22 40M{length * 0.4:.0f} -20l-22 40", c.STRAW, 6)
    return (
        cut(d, "#B9A15A", (-4, -8), (3, 4))
        + inside(
            d,
            ribs,
            scorch,
            fill(oval(-length / 2, 0, 44, 60), c.BARK, 0.5),
            fill(oval(length / 2, 0, 44, 60), c.BARK, 0.5),
        )
        + slit
        + pins
    )


@product(
    "durian-paste",
    "niche",
    "palm",
    th="กล่องทุเรียนกวน ชิ้นพอดีคำห่อกระดาษ",
    en="A box of durian paste in bite-size wrapped pieces",
)
def durian_paste() -> str:
    def sweet(colour: str) -> str:
        return (
            fill(poly([(-64, -22), (-38, -6), (-38, 6), (-64, 24)]), c.tint(colour))
            + fill(poly([(64, -22), (38, -6), (38, 6), (64, 24)]), c.shade(colour, 0.12))
            + cut(block(-42, -26, 84, 52, 18), colour, (-6, -6))
            + line("M-22 -12h26", "#FFFFFF", 5, 0.5)
        )

    case = box(440, 230, 220, c.PALM600, sealed_label(150, c.PALM600, at(durian(88), 0, 48)), c.MARIGOLD400)
    sweets = "".join(
        stand(at(sweet(tone), 0, -26, t), x, y)
        for x, y, t, tone in (
            (250, 985, 12, "#D3A54A"),
            (400, 1015, -16, c.PALM300),
            (700, 985, 8, "#D3A54A"),
            (580, 1020, 30, c.SAND50),
            (790, 1030, -24, c.PALM300),
        )
    )
    fruit = stand(durian(250), 300, 800, 110)
    return fruit + stand(case, 520, 930, 250) + sweets


@product(
    "pandan-coconut-cookies",
    "disc",
    "rose",
    th="กระป๋องคุกกี้กะทิใบเตยลายดอกไม้ กับคุกกี้สีเขียวอ่อน",
    en="A tin of pandan coconut cookies with pale green cookies",
)
def pandan_cookies() -> str:
    def cookie(r: float, tone: str) -> str:
        ring = smooth([polar(0, 0, r * (1 if i % 2 else 0.93), i * 15) for i in range(24)])
        crumbs = "".join(
            fill(oval(*polar(0, 0, r * 0.3 * (1 + i % 3), i * 51), r * 0.05), "#FFFFFF", 0.7) for i in range(14)
        )
        return cut(ring, tone, (-5, -6)) + line(oval(0, 0, r * 0.62), c.shade(tone, 0.14), r * 0.05) + crumbs

    lid_art = sealed_label(
        190, c.PALM400, "".join(at(leaf(74, 15, c.PALM400), 0, 34, a) for a in (-150, -120, -90, -60, -30))
    )
    can = tin(420, 400, "#E9B7B0", lid_art, c.PALM200)
    stripes = line("M-208 -330A210 46 0 0 0 208 -330M-208 -56A210 46 0 0 0 208 -56", c.SAND0, 12, 0.8)
    heap_ = "".join(
        stand(cookie(r, tone), x, y)
        for x, y, r, tone in ((690, 885, 92, "#BFD08C"), (780, 960, 92, "#E8D3A4"), (650, 985, 98, "#BFD08C"))
    )
    leaves = lifted(at(leaf(360, 30, c.PALM600) + at(leaf(330, 26, c.PALM400), 0, 0, -12), 150, 1040, -12), 2)
    return stand(can + stripes, 390, 965, 200) + heap_ + leaves


@product(
    "mamuang-bao-candied",
    "shore",
    "palm",
    th="โหลมะม่วงเบาแช่อิ่ม กับผลมะม่วงและชิ้นมะม่วง",
    en="A jar of candied light mango with a fruit and slices",
)
def candied_mango() -> str:
    pieces = "".join(
        at(mango_slice(62, "#E3DA86"), x, y, t)
        for x, y, t in (
            (-80, -90, 20),
            (60, -70, -30),
            (-20, -170, 70),
            (90, -190, 10),
            (-90, -250, -40),
            (20, -290, 24),
            (90, -330, 60),
            (-70, -370, 10),
        )
    )
    glass = jar(370, 470, "#CFCB6E", c.SAND100, pieces, "")
    cap = at(
        cloth_cap(330, c.CLAY400, line("M-200 -90L200 90M-200 -10L200 170M-200 -170L200 10", c.SAND0, 8, 0.5)), 0, -505
    )
    return (
        stand(glass + cap + at(sealed_label(150, c.PALM600, at(mango(50), 0, 30)), 0, -190), 400, rx=185)
        + stand(mango(120), 720, 950, 100)
        + stand(at(mango_slice(82, "#E9E2A0"), 0, 0, 12), 620, 1025)
        + stand(at(mango_slice(78, "#E9E2A0"), 0, 0, -24), 780, 1020)
    )


@product(
    "sea-bass-skin-crisps",
    "niche",
    "lake",
    th="ถุงหนังปลากะพงทอดกรอบ กับชามหนังปลาและใบมะกรูด",
    en="A bag of crispy sea bass skin with a bowl and kaffir lime leaves",
)
def skin_crisps() -> str:
    def crisp(t: int) -> str:
        d = smooth([(-70, 0), (-40, -34), (0, -20), (40, -38), (72, -8), (44, 20), (4, 10), (-40, 26)])
        return at(
            cut(d, "#D9A45A", (-4, -6), (3, 3))
            + inside(
                d,
                line(
                    "M-66 -4q10 -14 20 0t20 0 20 0 20 0 20 0 20 0M-56 12q10 -14 20 0t20 0 20 0 20 0 20 0",
                    "#9B6A2E",
                    3,
                    0.5,
                ),
            ),
            0,
            0,
            t,
        )

    pack = stand(
        pouch(
            390,
            570,
            c.LAKE700,
            label(240, 170, c.SAND50, c.MARIGOLD400, at(fish(176, c.LAKE400, c.SAND100), 0, 4)),
            "#E3B468",
        ),
        x=370,
        rx=185,
    )
    heaped = "".join(
        at(crisp(t), x, y)
        for x, y, t in ((-80, 0, 10), (0, -14, -20), (80, 0, 14), (-40, -44, 40), (40, -50, -8), (0, -84, 22))
    )
    leaves = lifted(at(leaf(110, 36, c.PALM600) + at(leaf(76, 28, c.PALM400), -70, 6), 480, 1030, -14), 2)
    return pack + stand(bowl(300, 136, c.SAND50, heaped, c.LAKE600), 670, 1000, 125) + leaves


def cracker(r: float) -> str:
    edge = smooth(
        [
            polar(
                0,
                0,
                r * (0.9 + 0.1 * (i % 2)),
                i * 40,
            )
            for i in range(9)
        ]
    )
    dots = "".join(
        fill(oval(*polar(0, 0, r * (0.2 + 0.22 * (i % 3)), i * 47), r * 0.06), "#FFFFFF", 0.5) for i in range(12)
    )
    return cut(edge, CRACKER, (-5, -7), (4, 4)) + dots


@product(
    "keropok-fish-crackers",
    "hills",
    "marigold",
    th="ถุงข้าวเกรียบปลา กับจานข้าวเกรียบและถ้วยน้ำจิ้ม",
    en="A bag of fish crackers with a plate and sweet chilli dip",
)
def fish_crackers() -> str:

    pack = stand(
        pouch(
            400,
            570,
            c.CLAY400,
            label(240, 180, c.SAND50, c.LAKE600, at(fish(180, c.LAKE600, c.LAKE100), 0, 4)),
            CRACKER,
        ),
        x=350,
        rx=190,
    )
    heaped = "".join(
        stand(at(cracker(r), 0, 0, i * 25), x, y)
        for i, (x, y, r) in enumerate(((600, 900, 80), (740, 905, 84), (670, 840, 80), (800, 960, 70), (640, 965, 86)))
    )
    return (
        pack
        + heaped
        + stand(
            bowl(
                150,
                74,
                c.SAND0,
                fill(oval(0, 4, 64, 14), c.CLAY600)
                + "".join(fill(oval(x, y, 6, 4), c.MARIGOLD400) for x, y in ((-20, 2), (14, 6), (30, 0))),
            ),
            500,
            1030,
            66,
        )
    )
