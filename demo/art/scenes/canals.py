"""Canals, rivers and weirs."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.craft import (
    boat,
    long_boat,
    raft,
    ripple,
    sandbag,
)
from demo.art.motifs.leaves import feather_frond, leaf
from demo.art.motifs.people import FISHER, Look, person, seated
from demo.art.motifs.town import bridge, stilt_house
from demo.art.paper import at, fill, ghost, lifted, line, oval


def three_canals_crew() -> str:
    return boat(
        380,
        c.CLAY600,
        c.MARIGOLD400,
        (seated(170, Look(c.LAKE300, c.LAKE700, head="bob")), -80),
        (seated(150, Look(c.MARIGOLD400, c.CLAY600, head="hair")), 30),
        (seated(180, FISHER), -160),
    )


@picture(
    "experiences",
    "three-canals-evening",
    WIDE,
    th="ตลาดริมน้ำคลองแดนยามค่ำ บ้านไม้ โคมไฟ สะพาน และเรือ",
    en="Khlong Daen waterside market at nightfall: wooden houses, lamps, a bridge and a boat",
)
def three_canals() -> str:
    back = (
        land.sky(1200, 800, "dusk")
        + land.hills(1200, 400, 70, "#6F7A8E", "canal", 430)
        + land.palm_row(1200, 420, 120, "#3E5A4C", "canal", 7)
    )
    left = at(stilt_house(330, 250, c.WOOD, c.CLAY700, "#FFD98A"), 150, 500) + at(
        stilt_house(260, 210, "#8A6242", c.LAKE700, "#FFD98A"), 400, 478
    )
    right = at(stilt_house(340, 260, "#A06E45", c.LAKE700, "#FFD98A"), 1050, 500) + at(
        stilt_house(240, 190, c.WOOD700, c.CLAY600, "#FFD98A"), 800, 470
    )
    canal = land.water(1200, 500, 800, "#23505A", "#C98F74", "canal", 6) + land.sunpath(
        600, 510, 760, "#FFD08A", "canal"
    )
    strings = line("M0 250Q300 340 600 262T1200 250", "#3A2A20", 4) + "".join(
        land.lamp_glow(x, y, 40)
        for x, y in ((90, 280), (230, 304), (370, 304), (510, 282), (690, 254), (830, 246), (980, 250), (1120, 256))
    )
    reflections = ghost(
        "".join(
            fill(oval(x, 560 + (i % 3) * 60, 44, 4), "#FFD98A")
            for i, x in enumerate((120, 220, 380, 820, 960, 1080, 160, 420, 1040))
        ),
        0.6,
    )
    crew = three_canals_crew()
    return (
        back
        + left
        + right
        + canal
        + reflections
        + at(bridge(420, 90, c.WOOD), 600, 520)
        + strings
        + lifted(at(crew, 620, 690), 2)
    )


@picture(
    "stories",
    "where-three-canals-meet",
    WIDE,
    th="บ้านไม้เหนือคลองแดนจุดตะเกียงยามพลบค่ำ",
    en="Wooden houses over the canal with their lamps lit at dusk",
)
def houses_at_dusk() -> str:
    back = (
        land.sky(1200, 800, "dusk")
        + land.sun(930, 330, 60, "dusk")
        + land.palm_row(1200, 430, 150, "#33504A", "dusk", 6)
    )
    row = "".join(
        at(stilt_house(w, h, wall, roof, "#FFDF9A"), x, 520)
        for x, w, h, wall, roof in (
            (110, 290, 240, "#7C5230", c.CLAY700),
            (370, 250, 280, "#94683F", c.LAKE900),
            (630, 290, 240, "#6B4630", c.CLAY600),
            (900, 270, 270, "#8A5E38", c.LAKE700),
            (1140, 240, 230, "#7C5230", c.CLAY700),
        )
    )
    canal = land.water(1200, 540, 800, "#1C4450", "#B9806A", "dusk", 6)
    lamps = "".join(land.lamp_glow(x, y, 52) for x, y in ((240, 400), (500, 384), (770, 404), (1020, 390)))
    mirrored = ghost(
        "".join(
            fill(oval(x + dx, 570 + k * 34, 40 - k * 4, 4), "#FFD98A")
            for x in (240, 500, 770, 1020)
            for k, dx in enumerate((0, 12, -10, 8, -4))
        ),
        0.65,
    )
    moored = lifted(
        at(long_boat(280, c.WOOD700, c.CLAY400, False), 330, 680)
        + at(long_boat(230, c.LAKE700, c.MARIGOLD400, False), 840, 730, 0, 1, True),
        2,
    )
    return back + row + canal + mirrored + lamps + moored + land.frame_of_leaves(1200, "#1D3530", left=False)


@picture(
    "experiences",
    "thepha-nipa-boat",
    WIDE,
    th="เรือลำเล็กล่องอุโมงค์ใบจากในคลองเทพา",
    en="A small boat under a tunnel of nipa palms on the Thepha",
)
def nipa_tunnel() -> str:
    back = (
        land.sky(1200, 800, "noon")
        + fill(oval(600, 330, 250, 230), "#FFFBE8", 0.9)
        + land.hills(1200, 420, 90, "#A9CBA0", "nipa", 450)
    )
    creek = land.water(1200, 430, 800, "#2E7468", "#DCEBD2", "nipa", 6) + land.glints(
        1200, 470, 780, "#E9F4DF", "nipa", 22
    )
    walls = ""
    for depth, (tone, size, gap) in enumerate(
        (("#7FAE6B", 300, 250), ("#5A9150", 400, 370), (c.PALM600, 520, 500), (c.PALM800, 640, 640))
    ):
        frond = feather_frond(size, tone, c.shade(tone, 0.3), 15)
        y = 440 + depth * 66
        for flip, x in ((True, 600 + gap), (False, 600 - gap)):
            walls += lifted(
                "".join(at(frond, x, y, t, 1, not flip) for t in ((60, 84, 36) if flip is False else (-60, -84, -36))),
                1,
            )
            walls += lifted(
                "".join(at(frond, x, y, t, 1, flip) for t in ((62, 38, 88) if flip else (-62, -38, -88))), 1
            )
    crew = boat(
        360,
        c.CLAY600,
        c.SAND0,
        (seated(165, FISHER, (-0.1, 0.2)), -140),
        (seated(155, Look(c.SAND50, c.LAKE600, head="hair")), -20),
        (seated(150, Look(c.MARIGOLD400, c.CLAY600, head="scarf", cloth=c.ROSE200)), 70),
    )
    return back + creek + walls + lifted(at(crew, 600, 620), 3)


@picture(
    "experiences",
    "phumi-weir-and-raft",
    WIDE,
    th="ล่องแพไม้ไผ่ในลำน้ำภูมี มีฝายมีชีวิตและป่าอยู่เบื้องหลัง",
    en="A bamboo raft on the Phumi, a living weir and forest behind",
)
def weir_and_raft() -> str:
    back = (
        land.sky(1200, 800, "noon")
        + land.hills(1200, 330, 220, "#A6C79A", "phumi", 400, 170, True)
        + land.hills(1200, 370, 130, "#6FA160", "phumi2", 420, 140, True)
        + land.bushes(1200, 400, 60, c.PALM600, "phumi")
    )
    fall = fill("M618 276Q612 350 584 424H668Q646 350 640 276z", "#EAF5F2") + line(
        "M624 296Q618 350 606 410M634 296Q636 350 642 410", c.LAKE200, 8, 0.8
    )
    stream = land.water(1200, 410, 800, "#3E9C8E", "#CBE7DD", "phumi", 6) + land.glints(
        1200, 440, 780, "#F2FBF6", "phumi", 26
    )
    weir = (
        line("".join(f"M{200 + i * 34} 486v-66" for i in range(25)), c.WOOD, 12)
        + "".join(
            at(sandbag(72, c.mix("#E3D0A8", "#A98F60", (i * 5 % 4) / 4)), 214 + i * 68 + (j % 2) * 34, 490 - j * 22)
            for j in range(2)
            for i in range(12)
        )
        + fill("M190 492Q600 520 1010 492L1020 520Q600 548 180 520z", "#EAF5F2", 0.8)
    )
    crew = (
        at(
            person(210, Look(c.MARIGOLD400, c.INDIGO, head="ngop"), (-0.12, 0.12), (0.18, 0.02), sarong=False),
            -120,
            -14,
        )
        + at(seated(170, Look(c.CLAY400, c.LAKE700, head="bun")), 20, -14)
        + at(seated(160, Look(c.SAND0, c.PALM600, head="bob")), 130, -14)
        + line("M-60 -210L-10 60", c.STRAW600, 9)
    )
    return (
        back
        + fall
        + stream
        + weir
        + lifted(at(crew + raft(440, c.STRAW600) + ripple(460), 610, 700), 2)
        + land.frame_of_leaves(1200, c.PALM800)
    )


def growing_weir_team(looks: str) -> str:
    return "".join(
        at(
            person(
                250 + (i % 3) * 12,
                look,
                (-0.2, 0.16),
                (0.2, 0.16),
                sarong=False,
                behind=at(sandbag(70, "#D9C59E"), 0, -132) if i in (1, 4) else "",
            ),
            180 + i * 168,
            566 + (i % 2) * 12,
        )
        for i, look in enumerate(looks)
    )


def growing_weir_bags() -> str:
    return "".join(
        at(
            sandbag(98, c.mix("#E3D0A8", "#A98F60", (i * 7 % 5) / 5 + 0.1 * j)),
            110 + i * 82 + (j % 2) * 41,
            586 - j * 28,
        )
        for j in range(3)
        for i in range(13)
    )


@picture(
    "stories",
    "a-weir-that-grows",
    WIDE,
    th="เสาไม้ไผ่และกระสอบทรายขวางลำน้ำใส ผู้คนยืนเรียงแถวส่งของต่อกัน",
    en="Bamboo posts and sandbags across a clear stream, people passing bags in a line",
)
def growing_weir() -> str:
    back = (
        land.sky(1200, 800, "noon")
        + land.hills(1200, 320, 200, "#B5D0A3", "weir", 380, 180, True)
        + land.bushes(1200, 380, 70, c.PALM400, "weir")
        + land.bushes(1200, 410, 50, c.PALM600, "weir2")
    )
    stream = land.water(1200, 420, 800, "#4FA79B", "#D6ECE3", "weir", 6)
    posts = line("".join(f"M{90 + i * 43} {560 + (i % 3) * 6}v-150" for i in range(25)), c.WOOD, 14) + line(
        "M80 436H1130M80 474H1130", c.STRAW600, 12
    )
    bags = growing_weir_bags()
    looks = (
        Look(c.MARIGOLD400, c.INDIGO, head="ngop"),
        Look(c.CLAY400, c.INK700, c.SKIN_DEEP, "hair"),
        Look(c.LAKE600, c.CLAY700, head="scarf", cloth=c.SAND50),
        Look(c.SAND0, c.INDIGO, c.SKIN_DEEP, "cap", c.CLAY600),
        Look(c.PALM400, c.INK700, head="ngop"),
        Look(c.ROSE400, c.INDIGO, c.SKIN_OLD, "grey"),
    )
    team = growing_weir_team(looks)
    foam = fill("M60 590Q600 640 1140 590L1150 622Q600 676 50 622z", "#F2FAF6", 0.8)
    figs = "".join(at(leaf(70, 18, c.PALM400), x, 430, t) for x in (40, 1160) for t in (-140, -110, -80, -50))
    return (
        back
        + stream
        + posts
        + lifted(team, 1)
        + lifted(bags, 1)
        + foam
        + figs
        + land.glints(1200, 660, 790, "#F2FBF6", "weir", 18)
    )
