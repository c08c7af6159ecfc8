"""Rooms, workshops and kitchens."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.craft import long_boat, loom
from demo.art.motifs.garden import chilli, garlic, turmeric
from demo.art.motifs.people import Look, person, seated
from demo.art.motifs.town import floor_tile
from demo.art.motifs.vessels import bowl, mortar, pot, steam
from demo.art.paper import at, block, blurred, contact, cut, fill, ghost, inside, lifted, line, oval, poly, smooth, wash


def meeting_room_floor() -> str:
    return lifted(fill(block(-20, 540, 1240, 280), "#C9A77A"), 1) + ghost(
        line(
            "".join(
                f"M{600 + (x - 600) * 0.7:.0f} 540L{600 + (x - 600) * 1.6:.0f} 820" for x in range(-400, 1700, 110)
            ),
            c.WOOD700,
            3,
        ),
        0.3,
    )


def meeting_room_chairs(seats: str) -> str:
    return "".join(
        lifted(
            at(
                chair((c.LAKE600, c.CLAY400, c.MARIGOLD600, c.PALM600)[i % 4], y > 0),
                x,
                yy,
                0,
                0.82 + 0.16 * (y + 1) / 2,
            ),
            2,
        )
        for i, (x, yy, y) in enumerate(seats)
    )


def meeting_room_papers(marks: str, tones: str) -> str:
    return "".join(
        lifted(
            at(
                cut(block(-92, -110, 184, 220, 2), c.SAND0, (-3, -3))
                + line(mark, tone, 9, 0.85)
                + fill(block(-24, -122, 48, 20), c.MARIGOLD200, 0.9),
                400 + i * 214,
                220 + (i % 2) * 16,
                (-3, 2, -1, 3)[i],
            ),
            1,
        )
        for i, (mark, tone) in enumerate(zip(marks, tones, strict=True))
    )


def meeting_room_window() -> str:
    return (
        cut(block(60, 90, 200, 260, 6), c.SAND0, (-6, -6))
        + fill(block(76, 106, 168, 228), c.LAKE200)
        + inside(block(76, 106, 168, 228), land.hills(300, 330, 120, c.PALM300, "room", 340))
        + line("M160 106v228M76 220h168", c.SAND0, 10)
    )


@picture(
    "stories",
    "from-minutes-to-platform",
    WIDE,
    th="เก้าอี้วางเป็นวงกลมในห้องประชุมเรียบง่าย มีกระดาษแผ่นใหญ่ติดผนัง",
    en="Chairs in a circle in a plain meeting room, sheets of paper on the wall",
)
def meeting_room() -> str:
    wall = fill(block(0, 0, 1200, 560), "#EADFCB") + wash(
        block(0, 0, 1200, 560), "#FFFFFF", c.WOOD700, across=True, ends=(0.35, 0.12)
    )
    window = meeting_room_window()
    marks = (
        "M-60 -60h90M-60 -30h120M-60 0h100M-60 30h70",
        "M-40 -20a40 40 0 1 0 .1 0M40 -20a40 40 0 1 0 .1 0M0 40a40 40 0 1 0 .1 0",
        "M-60 50V-50M-60 50H70M-50 30L-10 -10 20 10 64 -44",
        "M0 -50L-56 0 0 50 56 0zM0 -50V50M-56 0H56",
    )
    tones = (c.INK500, c.LAKE600, c.CLAY600, c.PALM600)
    papers = meeting_room_papers(marks, tones)
    floor = meeting_room_floor()
    light = blurred(fill(poly([(120, 560), (300, 560), (520, 820), (200, 820)]), "#FFF4D6"), 2, 0.5)
    seats = sorted(
        (
            (600 + 360 * x, 640 + 118 * y, y)
            for x, y in (
                (-1, -0.36),
                (-0.6, -0.84),
                (-0.2, -1),
                (0.2, -1),
                (0.6, -0.84),
                (1, -0.36),
                (0.94, 0.46),
                (0.55, 0.95),
                (0, 1.1),
                (-0.55, 0.95),
                (-0.94, 0.46),
            )
        ),
        key=lambda s: s[1],
    )
    chairs = meeting_room_chairs(seats)
    rug = ghost(fill(oval(600, 660, 210, 60), c.SAND50), 0.6) + line(oval(600, 660, 190, 52), c.LAKE600, 5, 0.4)
    return wall + window + papers + floor + light + rug + chairs


def chair(colour: str, back: bool) -> str:
    """A plain chair; `back` shows its backrest to us."""
    legs = line("M-34 -60L-42 10M34 -60L42 10M-24 -70L-28 -8M24 -70L28 -8", c.INK700, 7)
    seat = cut(block(-44, -76, 88, 22, 8), colour, (0, -6))
    rest = cut(block(-44, -170 if not back else -160, 88, 62, 14), colour, (-6, -5)) + line(
        "M-38 -110V-70M38 -110V-70", c.INK700, 7
    )
    return legs + (seat + rest if back else rest + seat)


def young_weavers_rail() -> str:
    return cut(block(-10, 60, 1220, 16), c.STRAW600, (0, -4)) + "".join(
        lifted(
            cut(f"M{x} 66h84v{h}q-42 16 -84 0z", tone, (-8, 0))
            + line(f"M{x + 10} {56 + h}h64M{x + 10} {44 + h}h64", c.MARIGOLD200, 5, 0.8),
            1,
        )
        for x, h, tone in (
            (110, 150, c.CLAY600),
            (490, 180, c.LAKE600),
            (640, 140, c.MARIGOLD600),
            (1000, 170, c.INDIGO),
            (1140, 140, c.ROSE700),
        )
    )


@picture(
    "campaigns",
    "koyo-young-weavers",
    WIDE,
    th="ช่างทอรุ่นใหม่นั่งทอผ้าที่กี่ในโรงทอเกาะยอ มีผ้าหลากสีแขวนอยู่",
    en="Young weavers at their looms in a Koh Yo workshop, coloured cloths hanging above",
)
def young_weavers() -> str:
    room = (
        fill(block(0, 0, 1200, 800), "#EBD9BC")
        + wash(block(0, 0, 1200, 620), "#FFFFFF", c.WOOD700, ends=(0.3, 0.14))
        + "".join(cut(block(x, 0, 30, 620), c.WOOD700, (-6, 0)) for x in (60, 590, 1110))
    )
    windows = "".join(
        cut(block(x, 130, 250, 210, 6), c.WOOD, (-6, -6))
        + fill(block(x + 14, 144, 222, 182), c.LAKE100)
        + inside(
            block(x + 14, 144, 222, 182),
            at(land.hills(260, 290, 60, c.LAKE300, f"yw{x}", 330), x, 0),
            fill(block(x, 262, 260, 80), c.LAKE400, 0.7),
        )
        for x in (210, 740)
    )
    rail = young_weavers_rail()
    floor = lifted(fill(block(-20, 610, 1240, 210), "#B98A58"), 1) + line("M0 660H1200M0 730H1200", c.WOOD700, 4, 0.4)
    looms = lifted(at(loom(470, c.CLAY600, c.SAND0), 320, 700), 3) + lifted(
        at(loom(470, c.INDIGO, c.SAND0), 870, 700), 3
    )
    weavers = at(seated(310, Look(c.LAKE400, c.INDIGO, head="back"), (-0.16, 0), (0.16, 0.02)), 320, 700) + at(
        seated(310, Look(c.MARIGOLD400, c.CLAY700, head="back"), (-0.16, 0.02), (0.16, 0)), 870, 700
    )
    teacher = at(person(350, Look(c.ROSE200, c.LAKE700, c.SKIN_OLD, "grey"), (-0.16, 0.14), (0.1, 0.26)), 600, 750)
    benches = "".join(
        cut(block(x - 90, 690, 180, 24, 6), c.WOOD700, (0, -5))
        + line(f"M{x - 66} 712V780M{x + 66} 712V780", c.BARK, 13)
        for x in (320, 870)
    )
    return room + windows + rail + floor + looms + lifted(benches + weavers, 2) + lifted(teacher, 2)


def home_care_chair() -> str:
    return (
        line(oval(0, -110, 110), c.INK700, 13)
        + line(
            "".join(
                f"M0 -110L{x:.0f} {y:.0f}"
                for x, y in (
                    (100, -110),
                    (-100, -110),
                    (0, -10),
                    (0, -210),
                    (70, -40),
                    (-70, -40),
                    (70, -180),
                    (-70, -180),
                )
            ),
            c.INK500,
            3,
        )
        + line(oval(0, -110, 86), c.INK500, 5)
        + line(oval(150, -34, 34), c.INK700, 9)
        + cut(block(-70, -200, 190, 34, 12), c.LAKE600, (0, -6))
        + cut(block(-100, -350, 34, 180, 14), c.LAKE600, (-6, 0))
        + line("M-84 -340h-50M110 -186L150 -60h60M-60 -250H70V-196", c.INK500, 13)
    )


def home_care_window() -> str:
    return (
        cut(block(90, 100, 280, 300, 8), c.SAND0, (-8, -8))
        + fill(block(112, 122, 236, 256), c.LAKE100)
        + inside(
            block(112, 122, 236, 256),
            land.sun(270, 200, 34, "morning"),
            land.hills(420, 370, 110, c.PALM300, "care", 400),
        )
        + line("M230 122v256", c.SAND0, 12)
        + lifted(
            cut("M60 84H400V130Q350 160 310 128Q270 160 230 128Q190 160 150 128Q100 160 60 130z", c.CLAY200, (0, -8)), 1
        )
    )


@picture(
    "campaigns",
    "home-care-equipment-bank",
    WIDE,
    th="ห้องอุ่นในบ้าน มีรถเข็น ไม้เท้าสี่ขา และเตียงปรับระดับ",
    en="A warm room with a wheelchair, a walker and an adjustable bed",
)
def home_care() -> str:
    room = (
        fill(block(0, 0, 1200, 600), "#F3E1CC")
        + wash(block(0, 0, 1200, 600), "#FFFFFF", c.CLAY600, across=True, ends=(0.4, 0.1))
        + lifted(fill(block(-20, 590, 1240, 230), "#C99F70"), 1)
    )
    window = home_care_window()
    bed_ = (
        cut(block(520, 490, 600, 60, 16), c.SAND0, (0, -10))
        + cut(smooth([(900, 500), (1010, 330), (1110, 320), (1130, 500)]), c.SAND0, (-8, -8))
        + cut(smooth([(520, 470), (620, 430), (860, 440), (920, 500), (910, 560), (520, 560)]), c.LAKE300, (-6, -8))
        + cut(smooth([(990, 350), (1060, 290), (1130, 330), (1110, 420), (1020, 430)]), "#FFFFFF", (-6, -6))
        + line("M560 560V690M1090 560V690M540 640H1110M500 380V690M1150 260V690", c.INK500, 16)
    )
    chair_ = home_care_chair()
    walker = (
        line("M-70 0L-50 -250H50L70 0M-50 -250q50 -40 100 0M-60 -120H60", c.INK500, 13)
        + "".join(fill(oval(x, -4, 16, 10), c.INK700) for x in (-70, 70))
        + line("M-50 -252h20M30 -252h20", c.CLAY600, 20)
    )
    helper = at(person(400, Look(c.MARIGOLD400, c.INDIGO, head="bun"), (-0.16, 0.16), (0.06, 0.3)), 470, 740)
    return (
        room
        + window
        + lifted(bed_, 2)
        + lifted(helper, 2)
        + lifted(at(chair_, 240, 760), 3)
        + lifted(at(walker, 700, 770), 2)
    )


def shore_kitchen_counter() -> str:
    return (
        cut(block(70, 560, 620, 130, 6), c.WOOD, (0, -12))
        + at(bowl(170, 80, "#6B7470", fill(oval(0, 4, 76, 14), "#E9A23B")), 210, 560)
        + at(
            bowl(
                170,
                80,
                c.SAND0,
                "".join(fill(oval(-50 + i * 25, -4 - (i % 2) * 10, 22, 14), "#E9C48F") for i in range(5)),
                c.CLAY400,
            ),
            410,
            560,
        )
        + at(pot(110, 120, c.CLAY400), 590, 560)
        + at(steam(130), 210, 450)
        + at(steam(110), 590, 430)
    )


@picture(
    "campaigns",
    "shore-kitchen-monsoon",
    WIDE,
    th="ครัวริมเลยามมรสุม หม้อมีไอร้อน ฝนตก เรือเกยหาด",
    en="A shore kitchen in the monsoon: steaming pots, rain and boats pulled up the beach",
)
def shore_kitchen() -> str:
    back = (
        land.sky(1200, 800, "rain")
        + at(land.cloud(420, "#6F848A", 0.8), 240, 130)
        + at(land.cloud(520, "#6F848A", 0.7), 700, 110)
        + at(land.cloud(420, "#7C9095", 0.8), 1080, 150)
        + land.water(1200, 380, 560, "#4B7B7E", "#A9BDBA", "monsoon", 5)
    )
    sand = lifted(fill("M-20 560Q400 520 1220 570V820H-20z", "#CDB78F"), 1)
    boats = lifted(
        at(long_boat(320, c.CLAY600, c.MARIGOLD400), 950, 640, -5)
        + at(long_boat(280, c.LAKE700, c.SAND0), 1060, 720, -3),
        2,
    )
    rain_ = land.rain(1200, 800, "monsoon")
    room = (
        cut(block(60, 300, 640, 380), "#F6E3C0", (-10, 0))
        + fill(block(90, 340, 580, 220), "#FFD995")
        + land.lamp_glow(380, 380, 120)
    )
    roof = cut(poly([(10, 310), (110, 180), (650, 180), (750, 310)]), c.CLAY600, (-8, -8)) + inside(
        poly([(10, 310), (110, 180), (650, 180), (750, 310)]),
        line("".join(f"M{x} 180l-20 140" for x in range(60, 760, 30)), c.CLAY700, 4, 0.5),
    )
    women = (
        at(person(330, Look(c.LAKE400, c.INDIGO, head="scarf", cloth=c.SAND0), (0.06, 0.18), (-0.02, 0.2)), 220, 690)
        + at(person(320, Look(c.ROSE400, c.LAKE700, c.SKIN_DEEP, "bun"), (-0.1, 0.18), (0.1, 0.18)), 400, 690)
        + at(
            person(330, Look(c.MARIGOLD400, c.CLAY700, head="scarf", cloth=c.LAKE200), (-0.06, 0.2), (0.04, 0.18)),
            570,
            690,
        )
    )
    counter = shore_kitchen_counter()
    return back + sand + boats + rain_ + lifted(room, 2) + lifted(women, 1) + lifted(counter, 2) + lifted(roof, 3)


def border_kitchen_labels(scripts: str, tones: str) -> str:
    return "".join(
        lifted(
            at(
                cut(block(-88, -84, 176, 150, 10), c.SAND0, (-4, -4))
                + fill(block(-88, -84, 176, 26, 10), tone)
                + line(mark, tone, 7, 0.85),
                x,
                y,
                t,
            ),
            2,
        )
        for tone, mark, (x, y, t) in zip(
            tones, scripts, ((780, 470, -5), (980, 500, 4), (800, 640, 3), (1010, 672, -6)), strict=True
        )
    )


@picture(
    "stories",
    "a-kitchen-on-the-border",
    WIDE,
    th="ครกหิน ขมิ้น พริก และฉลากสี่ภาษาบนโต๊ะครัว",
    en="A stone mortar, turmeric, chilli and labels in four languages on a kitchen table",
)
def border_kitchen() -> str:
    wall = (
        fill(block(0, 0, 1200, 560), "#F4DDB8")
        + "".join(
            at(floor_tile(86, "#FAEFD8", "#EBCB98", "#E3B06E", (i + j) % 3), 43 + i * 86, 60 + j * 86)
            for i in range(14)
            for j in range(6)
        )
        + wash(block(0, 0, 1200, 560), "#FFFFFF", c.WOOD700, ends=(0.5, 0.25))
    )
    table = lifted(fill(block(-20, 540, 1240, 280), c.WOOD), 2) + ghost(
        line("M0 600Q600 580 1200 606M0 680Q500 700 1200 676M0 760Q600 740 1200 764", c.BARK, 4), 0.3
    )
    stone = contact(420, 706, 190, 24) + lifted(at(mortar(430, 310, "#868782", "#D9812A"), 420, 710), 4)
    tones = (c.CLAY600, c.LAKE600, c.MARIGOLD600, c.PALM600)
    scripts = (
        "M-60 -34q10 -20 20 0t20 0 20 0 20 0 20 0M-60 -4h100M-60 22h70",
        "M-60 -40h120M-60 -10h120M-60 20h80",
        "M-60 -40h90M-60 -10h120M-60 20h60",
        "M-56 -44h26v26h-26zM-16 -44h26v26h-26zM24 -44h26v26h-26zM-56 0h26v26h-26zM-16 0h26v26h-26z",
    )
    labels = border_kitchen_labels(scripts, tones)
    roots = (
        lifted(at(turmeric(190), 210, 740, -10) + at(turmeric(150), 560, 750, 14), 2)
        + lifted(at(chilli(170), 600, 690, 10) + at(chilli(150, c.PALM400), 640, 760, -6), 2)
        + lifted(at(garlic(44), 120, 720), 2)
    )
    return wall + table + stone + labels + roots
