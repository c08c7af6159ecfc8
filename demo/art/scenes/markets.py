"""Where the harvest is sorted, sold and rested from."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.cloth import basket
from demo.art.motifs.garden import greens, pumpkin, tomato
from demo.art.motifs.packs import tag
from demo.art.motifs.people import Look, person, seated
from demo.art.motifs.vessels import pot
from demo.art.paper import (
    at,
    block,
    cut,
    fill,
    ghost,
    inside,
    lifted,
    line,
    oval,
    poly,
    smooth,
)

GREEN = (c.PALM300, "#A9C47C", c.PALM400, "#86AE5C")


def sold_before_sown_crown() -> str:
    return "".join(
        lifted(fill(oval(x, y, rx, ry), tone), 1)
        for x, y, rx, ry, tone in (
            (140, 60, 260, 120, c.PALM600),
            (520, 20, 300, 130, c.PALM600),
            (900, 40, 300, 130, "#4A7D2C"),
            (300, 120, 200, 90, c.PALM400),
            (720, 120, 240, 96, c.PALM400),
            (1100, 110, 200, 100, c.PALM600),
        )
    )


@picture(
    "stories",
    "vegetables-sold-before-sown",
    WIDE,
    th="ตะกร้าผักติดป้ายชื่อเรียงบนโต๊ะใต้ต้นไม้ใหญ่",
    en="Baskets with name cards in a row on a table under a great tree",
)
def sold_before_sown() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.hills(1200, 400, 120, "#BFD6B4", "sown", 440)
        + land.paddies(1200, 420, 620, GREEN, "sown")
        + land.bank(1200, 600, 820, "#C9B27F", "sown", 8)
    )
    trunk = cut(
        smooth([(-70, 0), (-40, -180), (-60, -460), (60, -460), (46, -180), (90, 0)]), c.WOOD700, (-16, 0)
    ) + line("M-20 -40Q-6 -200 -30 -430M24 -30Q10 -210 26 -420", c.BARK, 6, 0.5)
    crown = sold_before_sown_crown()
    shade_ = ghost(fill(oval(600, 690, 620, 90), c.SHADOW), 0.16)
    table = cut(block(110, 520, 980, 44, 6), c.WOOD, (0, -10)) + line(
        "M170 560V760M1030 560V760M600 560V760", c.WOOD700, 24
    )
    fillings = (
        at(greens(150, c.PALM400), -50, 30) + at(greens(140, "#8FBF57"), 40, 30) + at(tomato(30), -6, 40),
        at(pumpkin(62), -30, 40) + at(greens(140, c.PALM600), 52, 30),
        at(greens(160, "#8FBF57"), 0, 34) + at(tomato(32), -62, 40) + at(tomato(30), 66, 40),
        at(pumpkin(56), 40, 40) + at(greens(150, c.PALM400), -46, 30),
    )
    row = "".join(
        lifted(
            at(
                basket(190, 110, c.STRAW600, things, tone) + at(tag(52, 66, c.SAND0, c.WOOD700), 30, -54, -5),
                240 + i * 240,
                528,
            ),
            2,
        )
        for i, (things, tone) in enumerate(zip(fillings, (c.LAKE600, c.CLAY400, c.PALM600, c.MARIGOLD600), strict=True))
    )
    return back + shade_ + lifted(at(trunk, 620, 640), 2) + crown + lifted(table, 2) + row


def packing_house_house() -> str:
    return (
        cut(block(-340, -300, 680, 300), c.SAND50, (-12, 0))
        + fill(block(-340, -70, 680, 70), c.LAKE200)
        + cut(block(-290, -220, 190, 220, 4), c.LAKE600, (-6, 0))
        + fill(block(-262, -190, 134, 60, 4), c.LAKE100)
        + line("M-120 -120v40", c.SAND0, 10)
        + cut(block(-40, -230, 330, 150, 4), c.LAKE900, (-6, 0))
        + fill(block(-30, -220, 310, 130), "#3B5A58")
    )


@picture(
    "campaigns",
    "pre-order-packing-house",
    WIDE,
    th="โรงคัดผักหลังเล็กหลังคาโซลาร์ มีลังผักและรถสามล้อ",
    en="A small packing house with a solar roof, crates of greens and a tricycle",
)
def packing_house() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.sun(190, 150, 50, "morning")
        + land.hills(1200, 420, 120, "#BCD5BA", "pack", 450)
        + land.paddies(1200, 430, 620, GREEN, "pack")
        + land.bank(1200, 610, 820, "#D8C59A", "pack", 6)
    )
    roof = poly([(-380, -300), (-300, -430), (330, -430), (400, -300)])
    panels = inside(
        roof,
        "".join(
            cut(poly([(x, -414), (x + 92, -414), (x + 98, -318), (x - 4, -318)]), c.INDIGO, (-3, -3))
            + line(f"M{x + 30} -414l0 96M{x + 62} -414l2 96M{x} -366h98", c.INDIGO300, 3, 0.7)
            for x in (-250, -140, -30, 80, 190)
        ),
    )
    house = packing_house_house()
    inside_shelf = "".join(
        at(basket(80, 46, c.STRAW600, at(greens(54, c.PALM400), 0, 8)), 20 + i * 96, -94) for i in range(3)
    )
    cart = (
        line("M-120 -40a44 44 0 1 0 .1 0M130 -40a44 44 0 1 0 .1 0", c.INK700, 10)
        + cut(block(-190, -130, 190, 84, 6), c.MARIGOLD400, (-8, -6))
        + line("M0 -60H130L110 -150M90 -150h44M60 -60V-104M40 -108h44", c.INK700, 10)
        + "".join(
            at(basket(78, 44, c.STRAW600, at(greens(56, tone), 0, 8)), -146 + i * 92, -126)
            for i, tone in enumerate((c.PALM400, "#8FBF57"))
        )
    )
    crew = at(person(230, Look(c.CLAY400, c.INDIGO, head="ngop"), (-0.1, 0.2), (0.12, 0.16)), 880, 700)
    return (
        back
        + lifted(at(house + inside_shelf + cut(roof, "#6B7C7A", (-6, -6)) + panels, 470, 640), 3)
        + lifted(crew, 2)
        + lifted(at(cart, 960, 730), 2)
    )


@picture(
    "campaigns",
    "cool-room-phatong",
    WIDE,
    th="มุมพักเย็นในตลาดสุขภาพพะตง มีม้านั่ง พัดลมไอน้ำ และโอ่งน้ำดื่ม",
    en="A cool corner in Phatong market with benches, a mist fan and drinking water",
)
def cool_corner() -> str:
    back = (
        land.sky(1200, 800, "noon")
        + land.sun(980, 130, 66, "clay")
        + land.bushes(1200, 470, 60, c.PALM300, "cool")
        + land.bank(1200, 500, 820, "#E3D3AE", "cool", 4)
    )
    canopy = (
        cut("M60 250Q600 90 1140 250L1120 300Q600 150 80 300z", c.LAKE600, (0, -12))
        + line("M110 280V700M1090 280V700", c.WOOD700, 22)
        + "".join(
            fill(
                poly([(120 + i * 96, 284 - abs(0)), (168 + i * 96, 330), (216 + i * 96, 284)]),
                (c.MARIGOLD400, c.CLAY400, c.LAKE300, c.SAND50)[i % 4],
                0.95,
            )
            for i in range(10)
        )
        + line("M110 284H1090", c.SAND50, 5)
    )
    bench = cut(block(300, 590, 420, 26, 8), c.WOOD, (0, -6)) + line("M330 612V700M690 612V700", c.WOOD700, 18)
    elders = at(seated(290, Look(c.SAND50, c.LAKE700, c.SKIN_OLD, "grey"), (0.02, 0.24), (-0.02, 0.24)), 410, 596) + at(
        seated(280, Look(c.ROSE200, c.CLAY600, c.SKIN_OLD, "grey"), (-0.02, 0.24), (0.04, 0.24)), 590, 596
    )
    helper = at(
        person(330, Look(c.MARIGOLD400, c.INDIGO, head="bob"), (-0.26, 0.16), (0.08, 0.3), behind=""), 800, 710
    ) + at(cut(block(-16, -40, 32, 40, 4), c.LAKE100), 684, 508)
    fan = (
        line("M190 700V480", c.INK700, 14)
        + fill(oval(190, 704, 60, 12), c.INK700)
        + fill(oval(190, 410, 86), c.LAKE100, 0.9)
        + line(oval(190, 410, 86), c.LAKE700, 8)
        + "".join(at(fill(oval(0, -38, 22, 40), c.LAKE400), 190, 410, a) for a in (0, 120, 240))
        + fill(oval(190, 410, 14), c.LAKE700)
        + ghost(line("M280 370q60 -20 120 0M284 410q80 -16 160 6M280 452q60 0 110 20", "#FFFFFF", 10), 0.8)
    )
    water_jar = at(pot(180, 200, c.CLAY400), 980, 720) + at(cut(oval(0, 0, 80, 16), c.WOOD, (0, -4)), 980, 520)
    return (
        back + lifted(canopy, 3) + lifted(fan, 2) + lifted(bench, 2) + lifted(elders + helper, 2) + lifted(water_jar, 2)
    )
