"""Beaches and the tools that measure them."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.leaves import leaf
from demo.art.motifs.people import Look, person
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
    wash,
)


def measuring_wet() -> str:
    return (
        lifted(fill("M-20 470C220 440 420 540 700 500S1080 450 1220 470V820H-20z", "#D9BE92"), 1)
        + line("M-20 482C220 452 420 552 700 512S1080 462 1220 482", "#FFFFFF", 11, 0.85)
        + fill(
            "M-20 500C220 470 420 570 700 530S1080 480 1220 500V560C1000 540 880 560 700 590S240 540 -20 560z",
            "#C9D6C8",
            0.55,
        )
        + fill("M-20 640C300 590 760 660 1220 610V820H-20z", "#E8D2A6")
    )


@picture(
    "stories",
    "measuring-the-beach",
    WIDE,
    th="ไม้วัดสองหลักผูกเชือกบนหาดทรายเปียก เส้นขอบฟ้าอยู่ไกล",
    en="Two poles and a string on wet sand, the horizon far off",
)
def measuring() -> str:
    back = (
        land.sky(1200, 800, "dawn")
        + at(land.cloud(300), 260, 150)
        + at(land.cloud(220, opacity=0.5), 820, 110)
        + land.birds(900, 200, c.INK500, "beach", 5)
        + land.water(1200, 330, 500, c.LAKE400, "#D7E7DD", "beach", 4)
    )
    wet = measuring_wet()

    def pole(h: float) -> str:
        bands = "".join(fill(block(-13, -h + 40 + i * 80, 26, 40), c.CLAY600) for i in range(int((h - 40) / 80)))
        return cut(block(-13, -h, 26, h, 5), c.SAND0, (-5, 0)) + bands + fill(oval(4, 4, 30, 7), c.SHADOW, 0.25)

    string = line("M330 386Q590 408 850 356", c.INK, 4) + fill(oval(590, 392, 9), c.ROSE700)
    kids = at(
        person(
            300, Look(c.MARIGOLD400, c.LAKE700, head="cap", cloth=c.CLAY600), (0.02, 0.12), (0.2, 0.02), sarong=False
        ),
        250,
        690,
    ) + at(
        person(280, Look(c.LAKE400, c.CLAY700, c.SKIN_DEEP, "bob"), (-0.14, -0.02), (0.02, 0.2), sarong=False), 930, 640
    )
    prints = "".join(
        at(fill(oval(0, 0, 9, 18), "#B99C6C", 0.7), x, y, 50)
        for x, y in ((420, 720), (470, 706), (520, 716), (572, 700), (626, 706), (680, 688))
    )
    shells = at(fill("M0 16C-10 14 -26 -2 -22 -11Q0 -26 22 -11C26 -2 10 14 0 16z", c.CLAY200), 560, 762) + at(
        leaf(60, 12, c.PALM600), 1040, 740, -20
    )
    return (
        back
        + wet
        + prints
        + shells
        + lifted(kids, 1)
        + lifted(at(pole(380), 330, 700) + at(pole(340), 850, 640), 2)
        + string
    )


def survey_kit_clinometer() -> str:
    return lifted(
        at(
            cut("M-150 0A150 150 0 0 1 150 0z", c.PALM400, (-6, -6))
            + fill("M-112 -8A112 112 0 0 1 112 -8z", c.SAND50)
            + line(
                "".join(
                    f"M{x:.0f} {y:.0f}l{-x * 0.12:.0f} {-y * 0.12:.0f}"
                    for x, y in ((-104, -38), (-78, -78), (-40, -103), (0, -112), (40, -103), (78, -78), (104, -38))
                ),
                c.INK700,
                4,
            )
            + line("M0 0V150", c.INK, 3)
            + fill(oval(0, 156, 13), c.CLAY600),
            930,
            590,
            6,
        ),
        3,
    )


def survey_kit_book() -> str:
    return lifted(
        at(
            cut(block(-150, -190, 300, 380, 12), c.LAKE600, (-8, -8))
            + inside(
                block(-150, -190, 300, 380, 12),
                fill("M-160 -200H160V-10C90 -50 40 30 -30 0S-110 -30 -160 0z", c.LAKE300),
                fill(
                    "M-160 0C-110 -30 -100 -30 -30 0S90 -50 160 -10V60C90 20 40 80 -30 50S-110 30 -160 60z", "#F3E1BC"
                ),
            )
            + fill(block(110, -190, 14, 380), c.INK700),
            560,
            490,
            -6,
        ),
        3,
    )


def survey_kit_rods() -> str:
    return "".join(
        lifted(
            at(
                cut(block(-16, -330, 32, 660, 6), c.SAND0, (-6, 0))
                + "".join(fill(block(-16, -330 + i * 110, 32, 55), c.CLAY600) for i in range(6)),
                x,
                480,
                t,
            ),
            3,
        )
        for x, t in ((180, -14), (270, -8))
    )


@picture(
    "campaigns",
    "beach-watch-kits",
    WIDE,
    th="ชุดวัดแนวหาดวางบนทราย ไม้วัด สายวัด สมุด และดินสอ",
    en="A beach survey kit laid out on sand: rods, tape, notebook and pencil",
)
def survey_kit() -> str:
    sand = wash(block(0, 0, 1200, 800), "#F3E1BC", "#E2C792") + ghost(
        line("".join(f"M-20 {y}Q300 {y - 40} 600 {y}T1220 {y}" for y in range(40, 900, 56)), "#C9A972", 5), 0.35
    )
    foam = lifted(fill("M-20 -20H1220V90C1000 190 820 60 600 130S220 190 -20 110z", c.LAKE300), 1) + line(
        "M-20 112C220 192 380 206 600 132S1000 192 1220 92", "#FFFFFF", 18, 0.9
    )
    rods = survey_kit_rods()
    book = survey_kit_book()
    reel = lifted(
        at(
            cut(oval(0, 0, 120), c.MARIGOLD400, (-9, -9))
            + fill(oval(0, 0, 84), c.MARIGOLD600)
            + fill(oval(0, 0, 30), c.SAND0)
            + cut(block(90, 70, 220, 28, 4), c.SAND0, (0, -4))
            + line("".join(f"M{110 + i * 22} 70v{16 if i % 4 else 26}" for i in range(9)), c.INK700, 3),
            850,
            350,
            8,
        ),
        3,
    )
    clinometer = survey_kit_clinometer()
    pencil = lifted(
        at(
            fill(block(-180, -11, 300, 22), c.CLAY400)
            + fill(poly([(120, -11), (170, 0), (120, 11)]), "#F3E1BC")
            + fill(poly([(154, -4), (170, 0), (154, 4)]), c.INK),
            640,
            730,
            -7,
        ),
        2,
    )
    return sand + foam + rods + book + reel + clinometer + pencil
