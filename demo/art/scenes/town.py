"""Streets, rooms, kitchens and stations."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.cloth import basket
from demo.art.motifs.craft import stall
from demo.art.motifs.fruit import somchuk
from demo.art.motifs.garden import greens, pumpkin, tomato
from demo.art.motifs.people import Look, person
from demo.art.motifs.town import floor_tile, shophouse
from demo.art.motifs.vessels import bowl, cup, steam
from demo.art.paper import at, block, cut, fill, ghost, inside, lifted, line, oval, poly, smooth


def train(w: float, body: str, stripe: str) -> str:
    """A railway carriage whose wheels stand on y 0, its face to the left."""
    shell = smooth([(0, -40), (6, -150), (40, -190), (w, -192), (w, -36), (12, -34)])
    windows = "".join(
        fill(block(110 + i * 92, -158, 64, 54, 8), c.LAKE900)
        + fill(block(110 + i * 92, -158, 64, 22, 8), "#FFFFFF", 0.2)
        for i in range(int((w - 120) / 92))
    )
    front = fill(smooth([(22, -156), (50, -176), (84, -176), (84, -106), (16, -106)]), c.LAKE900) + fill(
        oval(24, -66, 11), "#FFE9B0"
    )
    wheels = "".join(
        fill(oval(x, -18, 24), c.INK700) + fill(oval(x, -18, 10), c.INK500) for x in range(90, int(w), 150)
    )
    return (
        wheels
        + cut(shell, body, (0, -8))
        + inside(shell, fill(block(0, -90, w, 22), stripe), fill(block(0, -64, w, 8), stripe))
        + windows
        + front
    )


def morning_walk_goods() -> str:
    return (
        at(basket(90, 50, c.STRAW600, at(greens(64, c.PALM400), -16, 10) + at(tomato(17), 22, 12)), -70, 0)
        + at(
            basket(
                90,
                50,
                c.STRAW600,
                at(somchuk(20, False), -18, 10) + at(somchuk(20, False), 18, 10) + at(somchuk(20, False), 0, -6),
            ),
            30,
            0,
        )
        + at(pumpkin(36), 108, 0)
    )


def morning_walk_houses() -> str:
    return "".join(
        at(shophouse(170, h, wall, shutter, c.CLAY600), x, 470)
        for x, h, wall, shutter in (
            (70, 190, "#F0CDB0", c.LAKE700),
            (240, 220, "#E9DDBF", c.CLAY700),
            (410, 200, "#CFE0D6", c.CLAY600),
            (960, 210, "#F3D9A8", c.LAKE700),
            (1130, 190, "#E8C5B6", c.PALM600),
        )
    )


def morning_walk_track() -> str:
    return (
        fill(block(0, 468, 1200, 60), "#B59874")
        + line("M0 516H1200", c.INK700, 7)
        + line("".join(f"M{x} 512v16" for x in range(10, 1200, 34)), c.WOOD700, 10)
    )


def morning_walk_roof() -> str:
    return cut(
        "M520 190C640 196 760 220 820 270C880 220 1000 196 1220 186V222C1010 232 880 262 848 318V560H792V318C760 262 640 236 520 228z",
        c.LAKE700,
        (-5, -8),
    ) + line("M1090 226V560", c.LAKE700, 20)


def morning_walk_platform() -> str:
    return (
        lifted(fill(block(-20, 552, 1240, 260), "#E6D3B0"), 2)
        + fill(block(-20, 552, 1240, 16), c.MARIGOLD400)
        + line("".join(f"M{x} 568l-70 240" for x in range(60, 1400, 120)), "#C9B18A", 3, 0.6)
    )


def morning_walk_people() -> str:
    return (
        at(person(220, Look(c.CLAY400, c.INDIGO, head="bun"), (-0.1, 0.22), (0.14, 0.1)), 330, 680)
        + at(person(250, Look(c.LAKE400, c.INK700, c.SKIN_DEEP, "cap", c.MARIGOLD400), sarong=False), 620, 740)
        + at(person(236, Look(c.SAND50, c.CLAY600, head="scarf", cloth=c.LAKE200)), 730, 740)
    )


@picture(
    "experiences",
    "hat-yai-morning-walk",
    WIDE,
    th="สถานีรถไฟหาดใหญ่ยามเช้า ขบวนรถ ชานชาลา และแผงตลาด",
    en="Hat Yai railway station at dawn: a train, the platform and market stalls",
)
def morning_walk() -> str:
    houses = morning_walk_houses()
    back = (
        land.sky(1200, 800, "dawn")
        + land.sun(690, 300, 84, "dawn")
        + land.hills(1200, 430, 80, "#E3C4A0", "hatyai", 480)
        + houses
    )
    track = morning_walk_track()
    roof = morning_walk_roof()
    platform = morning_walk_platform()
    goods = morning_walk_goods()
    people = morning_walk_people()
    return (
        back
        + track
        + lifted(at(train(720, c.SAND50, c.CLAY600), 560, 524, flip=True), 2)
        + lifted(roof, 2)
        + platform
        + lifted(people, 2)
        + lifted(at(stall(310, c.CLAY600, c.SAND50, goods), 200, 760), 3)
        + lifted(
            at(
                stall(
                    260,
                    c.MARIGOLD400,
                    c.SAND50,
                    at(cup(50, 44, c.SAND0, "#5B3A22"), -50, 0)
                    + at(cup(50, 44, c.SAND0, "#5B3A22"), 20, 0)
                    + at(steam(50), 20, -60),
                ),
                1010,
                750,
            ),
            3,
        )
    )


@picture(
    "experiences",
    "old-town-stories-and-tiles",
    WIDE,
    th="ตึกแถวย่านเก่าสงขลาสีสันอ่อน กับโต๊ะพิมพ์ลายกระเบื้องบนผ้า",
    en="Pastel shophouses of Songkhla Old Town and a bench for printing tile patterns",
)
def old_town() -> str:
    looks = (
        ("#F2C9A8", c.LAKE700, c.CLAY600),
        ("#CFE3DC", c.CLAY700, c.CLAY400),
        ("#F6DE9F", c.LAKE600, c.CLAY700),
        ("#E9BFB4", c.PALM600, c.CLAY600),
        ("#DDE5CB", c.CLAY600, c.CLAY400),
    )
    row = "".join(
        at(shophouse(248, 360 + (i % 3) * 26, wall, shutter, roof), 110 + i * 246, 580)
        for i, (wall, shutter, roof) in enumerate(looks)
    )
    back = (
        land.sky(1200, 800, "morning") + at(land.cloud(260), 300, 120) + at(land.cloud(200, opacity=0.5), 900, 90) + row
    )
    street = fill(block(0, 576, 1200, 240), "#D9C9AE") + ghost(
        line("".join(f"M{x} 580L{600 + (x - 600) * 2} 820" for x in range(-60, 1300, 80)), c.SAND500, 4), 0.35
    )
    walkers = at(person(190, Look(c.CLAY400, c.INDIGO, head="bob"), (-0.08, 0.28), (0.1, 0.2)), 250, 640) + at(
        person(200, Look(c.LAKE400, c.INK700, head="hair"), (-0.1, 0.2), (0.08, 0.28), sarong=False), 330, 644
    )
    rickshaw = line("M-100 -46a46 46 0 1 0 .1 0M96 -46a46 46 0 1 0 .1 0", c.INK700, 8) + line(
        "M-100 0L-50 -96H40L96 0M-50 -96L6 0 40 -96M30 -116h30M-66 -122l-10 -10h-24", c.CLAY600, 9
    )
    table = cut(block(-330, -40, 660, 44, 6), c.WOOD, (0, -10)) + line("M-290 0V130M290 0V130", c.WOOD700, 24)
    cloth = cut(poly([(-250, -44), (-220, -110), (110, -110), (130, -44)]), c.SAND0, (-4, -4)) + "".join(
        at(floor_tile(52, c.SAND50, c.LAKE600, c.CLAY600, k), -170 + k * 78, -77, 0, 1) for k in range(4)
    )
    blocks = at(floor_tile(96, c.WOOD, c.WOOD700, c.STRAW, 1), 214, -92, 8) + at(
        bowl(80, 40, c.SAND0, fill(oval(0, 2, 34, 8), c.LAKE600)), 290, -40
    )
    return (
        back
        + street
        + lifted(walkers, 1)
        + lifted(at(rickshaw, 1070, 730), 2)
        + lifted(at(table + cloth + blocks, 540, 720), 3)
    )


def van_door_rows() -> str:
    return "".join(
        fill(oval(-74, -216 + i * 44, 13), tone)
        + line(f"M-46 {-216 + i * 44}h{w}", c.INK500, 9, 0.8)
        + fill(block(70, -226 + i * 44, bar, 20, 6), tone)
        for i, (tone, w, bar) in enumerate(
            ((c.CLAY400, 80, 70), (c.LAKE600, 94, 54), (c.PALM400, 70, 40), (c.MARIGOLD400, 86, 26))
        )
    )


def van_door_paper(rows: str) -> str:
    return lifted(
        at(
            cut(block(-120, -262, 300, 220, 3), c.SAND0, (-4, -4))
            + rows
            + fill(block(-10, -274, 70, 22), c.MARIGOLD200),
            -20,
            -60,
            -2,
        ),
        2,
    )


def van_door_guests() -> str:
    return at(
        person(330, Look(c.MARIGOLD400, c.INDIGO, head="bob"), (-0.1, 0.26), (0.2, 0.06), sarong=False), 130, 760
    ) + at(
        person(340, Look(c.CLAY400, c.INK700, c.SKIN_DEEP, "cap", c.LAKE600), (-0.06, 0.3), (0.08, 0.28), sarong=False),
        1080,
        770,
    )


@picture(
    "stories",
    "one-day-beyond-the-mall",
    WIDE,
    th="ประตูรถตู้มีแผ่นลายมือบอกว่าเงินไปถึงใครเท่าไร",
    en="A van door with a hand-lettered sheet of who gets what",
)
def van_door() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.hills(1200, 330, 140, "#BFD6C4", "van", 380)
        + land.palm_row(1200, 350, 110, c.PALM400, "van", 7)
        + land.bank(1200, 640, 820, "#CDB78E", "van", 6)
    )
    body = smooth([(-560, -60), (-560, -330), (-440, -470), (-140, -500), (420, -500), (560, -470), (580, -60)])
    shell = cut(body, c.SAND0, (-8, -12)) + inside(
        body,
        fill(block(-600, -190, 1200, 44), c.LAKE600),
        fill(block(-600, -136, 1200, 12), c.MARIGOLD400),
        fill(block(-600, -80, 1200, 40), c.INK700, 0.25),
    )
    glass = cut(
        smooth([(-520, -330), (-430, -440), (-300, -456), (-300, -300), (-520, -300)]), c.LAKE200, (-4, -4)
    ) + "".join(
        cut(block(x, -450, 220, 140, 18), c.LAKE200, (-4, -4)) + line(f"M{x + 30} -330l70 -100", "#FFFFFF", 9, 0.6)
        for x in (300,)
    )
    door = lifted(
        cut(block(-240, -470, 480, 400, 20), "#F6EFE2", (-6, -6))
        + fill(block(-240, -190, 480, 44), c.LAKE600)
        + line("M196 -250h34", c.INK700, 14),
        2,
    ) + cut(block(-200, -446, 400, 130, 16), c.LAKE200, (-4, -4))
    rows = van_door_rows()
    paper = van_door_paper(rows)
    wheels = "".join(
        fill(oval(x, -46, 72), c.INK) + fill(oval(x, -46, 34), c.SAND300) + fill(oval(x, -46, 12), c.INK700)
        for x in (-380, 400)
    )
    guests = van_door_guests()
    return (
        back
        + lifted(at(shell + glass, 610, 700), 3)
        + lifted(at(wheels, 610, 720), 2)
        + at(door + paper, 610, 700)
        + lifted(guests, 2)
    )
