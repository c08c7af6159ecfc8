"""Gardens, fields and what is picked from them."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.cloth import basket
from demo.art.motifs.garden import greens, pumpkin, seedling, tomato
from demo.art.motifs.leaves import rice_ear
from demo.art.motifs.people import Look, person, seated
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
)

GREEN = (c.PALM300, "#A9C47C", c.PALM400, "#86AE5C")


def bed(w: float, wood: str, plants: str) -> str:
    """A raised bed with its plants on top."""
    return (
        at(fill(oval(0, -84, w / 2, 20), "#4B3524") + plants, 0, 0)
        + cut(block(-w / 2, -84, w, 84, 6), wood, (-6, -6))
        + line(f"M{-w / 2:.0f} -56H{w / 2:.0f}M{-w / 2:.0f} -28H{w / 2:.0f}", c.shade(wood, 0.25), 4, 0.6)
    )


def garden_class_walls() -> str:
    return "".join(
        cut(block(x, y, w, 500), tone, (-8, 0))
        + "".join(
            fill(block(x + 24 + k * 62, y + 40 + r * 100, 34, 56, 4), c.shade(tone, 0.2))
            for k in range(int(w / 66))
            for r in range(3)
        )
        for x, y, w, tone in (
            (-20, 200, 250, "#F0D9C6"),
            (230, 130, 230, "#DCE8E0"),
            (470, 210, 260, "#F5E3B8"),
            (740, 150, 220, "#EBCFC4"),
            (970, 220, 260, "#D5E2DC"),
        )
    )


@picture(
    "experiences",
    "city-garden-family-class",
    WIDE,
    th="ครอบครัวปลูกผักในแปลงยกกลางเมืองบ่อยาง",
    en="A family planting raised beds in the middle of Bo Yang town",
)
def garden_class() -> str:
    walls = garden_class_walls()
    back = (
        land.sky(1200, 800, "morning")
        + land.sun(1010, 110, 46, "morning")
        + walls
        + land.bushes(1200, 520, 56, c.PALM400, "class")
        + land.bank(1200, 540, 820, "#D9C7A0", "class", 6)
    )
    rows = lifted(
        at(bed(340, c.WOOD, "".join(at(greens(92, c.PALM400), -120 + i * 60, -74) for i in range(5))), 250, 640), 2
    ) + lifted(at(bed(340, c.WOOD, "".join(at(seedling(76), -130 + i * 44, -78) for i in range(7))), 930, 630), 2)
    family = (
        at(person(280, Look(c.CLAY400, c.INDIGO, head="bun"), (-0.14, 0.2), (0.14, 0.2)), 540, 690)
        + at(person(170, Look(c.MARIGOLD400, c.LAKE600, head="bob"), (-0.16, 0.12), (0.1, 0.2), sarong=False), 650, 700)
        + at(seated(280, Look(c.LAKE300, c.INK700, c.SKIN_OLD, "grey"), (0.14, 0.12), (0.2, 0.08)), 760, 690)
    )
    front = lifted(
        at(
            bed(
                460,
                "#9C6B3E",
                "".join(
                    at(greens(110, tone), -180 + i * 72, -74)
                    for i, tone in enumerate((c.PALM400, "#7DB04E", c.PALM600, c.PALM400, "#7DB04E", c.PALM400))
                ),
            ),
            520,
            800,
        ),
        3,
    )
    can = (
        cut("M-60 -90H50L42 0H-52z", c.LAKE600, (-8, 0))
        + line("M46 -60L130 -110M-60 -80q-70 10 -14 70", c.LAKE600, 14)
        + fill(poly([(118, -132), (150, -108), (132, -92)]), c.LAKE700)
    )
    return back + rows + lifted(family, 2) + front + lifted(at(can, 930, 770), 2)


def veg_rows(top: float) -> str:
    """Rows of greens that run towards us."""
    pieces = ""
    for i in range(9):
        x0, x1 = 600 + (i - 4) * 90, 600 + (i - 4) * 330
        pieces += fill(
            poly([(x0 - 16, top), (x0 + 16, top), (x1 + 90, 820), (x1 - 90, 820)]), "#8A6644" if i % 2 else "#7A593B"
        )
        for k in range(9):
            t = (k / 8) ** 1.6
            x, y, s = x0 + (x1 - x0) * t, top + (800 - top) * t, 18 + 84 * t
            tone = (c.PALM400, "#8FBF57", c.PALM600)[(i + k) % 3]
            pieces += (
                fill(oval(x, y, s * 0.62, s * 0.4), c.shade(tone, 0.2))
                + fill(oval(x - s * 0.06, y - s * 0.1, s * 0.52, s * 0.32), tone)
                + fill(oval(x - s * 0.1, y - s * 0.16, s * 0.24, s * 0.14), c.tint(tone, 0.4))
            )
    return pieces


@picture(
    "experiences",
    "futures-market-farm-day",
    WIDE,
    th="ผู้มาเยือนเก็บผักใส่ตะกร้าในแปลงผักหาดใหญ่",
    en="Visitors fill their baskets between rows of vegetables near Hat Yai",
)
def farm_day() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.sun(250, 170, 54, "morning")
        + at(land.cloud(240), 860, 150)
        + land.hills(1200, 370, 150, "#B7D0B0", "farm", 400)
        + land.bushes(1200, 400, 44, c.PALM400, "farm")
        + land.palm_row(1200, 410, 90, c.PALM400, "farm", 6)
    )
    field = fill(block(0, 400, 1200, 420), "#9A7550") + veg_rows(404)
    filled = basket(
        120,
        70,
        c.STRAW600,
        at(greens(70, c.PALM400), -24, 10) + at(tomato(18), 20, 10) + at(greens(60, "#8FBF57"), 10, 10),
    )
    people = (
        at(person(300, Look(c.LAKE600, c.INDIGO, head="ngop"), (-0.04, 0.28), (0.14, 0.22)), 400, 690)
        + at(filled, 465, 560)
        + at(
            person(280, Look(c.CLAY400, c.INK700, head="scarf", cloth=c.SAND50), (-0.12, 0.24), (0.04, 0.26)), 770, 680
        )
        + at(filled, 690, 560)
        + at(
            person(180, Look(c.MARIGOLD400, c.LAKE700, c.SKIN, "bob"), (-0.14, 0.1), (0.1, 0.14), sarong=False),
            560,
            620,
        )
    )
    return back + field + lifted(people, 2)


@picture(
    "stories",
    "garden-in-a-bottle",
    WIDE,
    th="ขวดน้ำตัดครึ่งปลูกผักแขวนเรียงบนรั้วไม้",
    en="Cut water bottles with greens hanging in rows on a wooden fence",
)
def bottle_garden() -> str:
    planks = "".join(
        cut(block(-10 + i * 102, 90 + (i % 3) * 8, 94, 730, 6), c.mix("#C79A68", "#A97A4A", (i * 5 % 4) / 4), (-6, 0))
        + line(f"M{20 + i * 102} 130q12 180 0 330t6 300", c.WOOD700, 3, 0.35)
        for i in range(12)
    )
    rails = "".join(cut(block(-10, y, 1220, 30, 4), c.WOOD700, (0, -6)) for y in (190, 470, 736))
    pieces = ""
    tones = (c.PALM400, "#8FBF57", c.PALM600, "#79A84A", c.PALM300)
    for row, y in enumerate((330, 610)):
        for i in range(6):
            x = 110 + i * 196 + (row % 2) * 20
            shell = f"M{x - 62} {y - 70}H{x + 62}V{y + 34}Q{x + 62} {y + 62} {x + 34} {y + 66}H{x - 34}Q{x - 62} {y + 62} {x - 62} {y + 34}z"
            plant = (
                at(greens(112, tones[(i + row) % 5]), x, y - 50)
                if (i + row) % 3
                else "".join(at(seedling(90 + k * 14, tones[i % 5]), x - 30 + k * 30, y - 56) for k in range(3))
            )
            soil = inside(
                shell,
                fill(block(x - 70, y - 46, 140, 130), "#5B4030"),
                fill(block(x - 46, y - 66, 14, 120, 7), "#FFFFFF", 0.5),
            )
            pieces += line(f"M{x - 58} {y - 60}L{x} {y - 136}L{x + 58} {y - 60}", c.SAND50, 4) + lifted(
                plant + fill(shell, "#E6F3F1", 0.7) + soil + line(shell, "#FFFFFF", 5, 0.6), 2
            )
    return (
        land.sky(1200, 800, "noon")
        + land.bushes(1200, 110, 60, c.PALM300, "fence")
        + planks
        + rails
        + pieces
        + land.frame_of_leaves(1200, c.PALM800, left=False)
    )


@picture(
    "funds",
    "healthy-food-fund",
    WIDE,
    th="มือถือตะกร้าผักและรวงข้าวเหนือแปลงต้นกล้า",
    en="Baskets of greens and ears of rice above rows of seedlings",
)
def healthy_food_fund() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.sun(600, 300, 150, "morning")
        + land.hills(1200, 470, 140, "#BFD8AE", "food", 500)
        + land.paddies(1200, 490, 640, GREEN, "food")
    )
    earth = (
        lifted(fill("M-20 640Q600 580 1220 640V820H-20z", "#6B4A34"), 2)
        + "".join(at(seedling(86 + (i % 3) * 12), 60 + i * 98, 690 + abs(i - 5.5) * 6) for i in range(12))
        + "".join(at(seedling(110), 10 + i * 130, 790) for i in range(10))
    )
    ears = lifted(
        "".join(at(rice_ear(430, "#D9A441", c.PALM400), x, 640, t) for x, t in ((330, -26), (370, -14), (300, -36)))
        + "".join(
            at(rice_ear(430, "#D9A441", c.PALM400), x, 640, t, flip=True) for x, t in ((870, 26), (830, 14), (900, 36))
        ),
        2,
    )
    inner = (
        at(greens(250, c.PALM400), -110, 50, -10)
        + at(greens(260, "#8FBF57"), 100, 50, 10)
        + at(greens(250, c.PALM600), 0, 50)
        + at(pumpkin(86), -80, 60)
        + at(tomato(48), 30, 60)
        + at(tomato(44), 112, 62)
    )
    return (
        back
        + ears
        + earth
        + lifted(at(basket(460, 230, c.STRAW600, inner, c.PALM600), 600, 690), 4)
        + land.birds(180, 170, c.PALM600, "food", 4)
    )
