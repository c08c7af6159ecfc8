"""Hands and small things, seen from near."""

from demo.art import palette as c
from demo.art.gallery import WIDE, picture
from demo.art.motifs import landscape as land
from demo.art.motifs.cloth import clothed, pikul
from demo.art.motifs.creatures import crab
from demo.art.motifs.leaves import banana_leaf
from demo.art.motifs.people import Look, hand, person
from demo.art.motifs.vessels import steam
from demo.art.paper import (
    at,
    block,
    contact,
    cut,
    fill,
    ghost,
    globe,
    inside,
    lifted,
    line,
    oval,
    poly,
    smooth,
    wash,
)
from demo.art.products.textiles import knit_texture, yarn


def hands_at_the_loom_shuttle() -> str:
    return lifted(
        at(
            cut(smooth([(-150, 0), (-90, -32), (90, -32), (150, 0), (90, 32), (-90, 32)]), c.WOOD, (-4, -10))
            + cut(block(-62, -18, 124, 36, 16), c.MARIGOLD400, (0, -8))
            + line("M-40 -18v36M-20 -18v36M0 -18v36M20 -18v36M40 -18v36", c.MARIGOLD700, 3, 0.5),
            600,
            424,
            -4,
        ),
        3,
    )


@picture(
    "stories",
    "ten-new-hands-at-the-loom",
    WIDE,
    th="สองมือของคนเฒ่าและสองมือของคนหนุ่มสาวบนกี่เดียวกัน",
    en="Two pairs of hands, old and young, on one loom",
)
def hands_at_the_loom() -> str:
    warp = (
        fill(block(0, 0, 1200, 330), "#EFE3CF")
        + line("".join(f"M{x} 0L{600 + (x - 600) * 1.04:.0f} 330" for x in range(-20, 1230, 13)), c.LAKE700, 4, 0.8)
        + line("".join(f"M{x} 0L{600 + (x - 600) * 1.04:.0f} 330" for x in range(-14, 1230, 52)), c.MARIGOLD400, 4)
    )
    comb = lifted(
        cut(block(-20, 150, 1240, 46, 8), c.WOOD700, (0, -8))
        + line("".join(f"M{x} 160v26" for x in range(6, 1200, 13)), c.STRAW, 3, 0.6),
        2,
    )
    reed = lifted(
        cut(block(-20, 270, 1240, 76, 10), c.WOOD, (0, -12)) + line("M0 300Q600 292 1200 302", c.WOOD700, 4, 0.4), 3
    )
    cloth = (
        clothed(block(-20, 340, 1240, 480), c.LAKE600, pikul(c.MARIGOLD200, c.SAND0, 64))
        + fill(block(-20, 430, 1240, 30), c.CLAY600)
        + fill(block(-20, 470, 1240, 10), c.MARIGOLD400)
        + wash(block(-20, 340, 1240, 480), "#000000", "#000000", ends=(0.25, 0.1))
    )
    shuttle = hands_at_the_loom_shuttle()
    young = lifted(
        at(hand(c.SKIN, c.MARIGOLD400), 800, 600, -12, 1.1) + at(hand(c.SKIN, c.MARIGOLD400), 1050, 590, 10, 1.1, True),
        4,
    )
    old = lifted(
        at(hand(c.SKIN_OLD, c.CLAY600, True), 150, 590, -10, 1.1)
        + at(hand(c.SKIN_OLD, c.CLAY600, True), 410, 600, 12, 1.1, True),
        4,
    )
    return warp + comb + cloth + reed + shuttle + old + young


def mother_crabs_lens() -> str:
    return lifted(
        at(
            line("M0 88V200", c.WOOD700, 26)
            + fill(oval(0, 0, 84), "#FFFFFF", 0.42)
            + inside(
                oval(0, 0, 78),
                "".join(
                    at(
                        fill(oval(0, 0, 11, 8), c.MARIGOLD600)
                        + line("M-8 6l-8 12M8 6l8 12M-10 0l-14 -6M10 0l14 -6", c.MARIGOLD700, 3)
                        + fill(oval(-3, -2, 2), c.INK),
                        x,
                        y,
                        t,
                    )
                    for x, y, t in ((-30, -20, 10), (24, -34, -20), (0, 14, 0), (40, 26, 30), (-44, 32, -12))
                ),
            )
            + line(oval(0, 0, 84), c.INK700, 14)
            + line("M-50 -40q20 -30 50 -34", "#FFFFFF", 8, 0.8),
            720,
            560,
            -38,
        ),
        4,
    )


@picture(
    "stories",
    "mother-crabs-on-loan",
    WIDE,
    th="ถังน้ำทะเลเรียงกัน แว่นขยาย และเด็กคนหนึ่งก้มดูแม่ปู",
    en="Tubs of seawater, a lens, and a child looking at a mother crab",
)
def mother_crabs() -> str:
    back = (
        land.sky(1200, 800, "morning")
        + land.hills(1200, 280, 60, "#B8D5CE", "bank", 300)
        + land.water(1200, 280, 470, c.LAKE400, "#CFE8E3", "bank", 4)
        + lifted(fill("M-20 450Q500 410 1220 460V820H-20z", "#EBD6AC"), 1)
    )

    def tub(r: float, tone: str, inner: str) -> str:
        ry = r * 0.42
        body = f"M{-r:.0f} 0V{r * 0.34:.0f}A{r:.0f} {ry:.0f} 0 0 0 {r:.0f} {r * 0.34:.0f}V0z"
        pool = oval(0, 4, r * 0.9, ry * 0.86)
        return (
            cut(body, tone, (-12, 0))
            + fill(oval(0, 0, r, ry), c.tint(tone, 0.3))
            + fill(pool, c.LAKE200)
            + inside(pool, fill(oval(-r * 0.2, ry * 0.5, r, ry * 0.7), c.LAKE300, 0.6), inner)
            + line(
                f"M{-r * 0.5:.0f} {-ry * 0.3:.0f}q{r * 0.14:.0f} -8 {r * 0.28:.0f} 0t{r * 0.28:.0f} 0",
                "#FFFFFF",
                5,
                0.7,
            )
        )

    far = "".join(
        lifted(at(tub(105, tone, at(crab(90, "#5C89A8", "#3C6690"), 0, 6)), x, 500), 2)
        for x, tone in ((230, c.LAKE600), (470, c.INDIGO), (1010, c.LAKE600))
    )
    child = lifted(
        at(person(400, Look(c.MARIGOLD400, c.INDIGO, head="bob"), (0.0, 0.2), (-0.12, 0.26), sarong=False), 830, 700), 2
    )
    big = lifted(at(tub(230, c.CLAY600, at(crab(250, "#4C7FA6", "#3C6690"), 0, 4, 8)), 560, 610), 3)
    pipe = line("M120 430Q140 380 230 392T330 460M360 430Q400 380 470 392T520 460", c.INK500, 7, 0.7)
    lens = mother_crabs_lens()
    return back + pipe + far + child + big + lens


def capped_yolks_spots() -> str:
    return (
        (370, 470),
        (520, 446),
        (680, 446),
        (830, 470),
        (300, 548),
        (450, 540),
        (600, 534),
        (750, 540),
        (900, 548),
        (390, 622),
        (600, 630),
        (810, 622),
    )


def capped_yolks_front() -> str:
    return lifted(
        cut("M130 560Q600 800 1070 560L1050 660Q600 880 150 660z", c.STRAW600, (0, -10))
        + inside(
            "M130 560Q600 800 1070 560L1050 660Q600 880 150 660z",
            line(
                "".join(f"M{x} 540l50 260M{x + 50} 540l-50 260" for x in range(90, 1100, 40)),
                c.shade(c.STRAW600, 0.3),
                6,
                0.5,
            ),
        ),
        2,
    )


def half(open_: bool) -> str:
    shell = cut(smooth([(-66, -8), (-60, 40), (0, 76), (60, 40), (66, -8), (0, 6)]), "#F0E2CF", (-8, -4))
    if not open_:
        return shell + cut(
            f"M-70 -4C-66 -92 66 -92 70 -4{''.join('q-7 11 -14 0' for _ in range(10))}z", "#F9F0E3", (-8, -5)
        )
    return (
        shell
        + globe(oval(0, -4, 62, 27), "#FDB941", "#DB701A")
        + fill(oval(-20, -12, 20, 7), "#FFFFFF", 0.6)
        + line(oval(0, -4, 65, 29), "#F9F0E3", 6)
    )


@picture(
    "stories",
    "yolk-left-by-the-nets",
    WIDE,
    th="เปลือกไข่ครอบเป็นคู่เรียงบนถาดนึ่ง มีแหพาดอยู่ข้างหลัง",
    en="Egg shells capped in pairs on a steamer tray, a fishing net behind",
)
def capped_yolks() -> str:
    wall = (
        land.sky(1200, 800, "clay")
        + lifted(fill(block(-20, 470, 1240, 350), "#B07B4A"), 1)
        + ghost(line("".join(f"M{x} 470l-90 340" for x in range(60, 1400, 130)), c.BARK, 4), 0.25)
    )
    net = "M700 -20C760 160 900 300 1220 330V-20z"
    hung = (
        fill(net, c.LAKE700, 0.12)
        + inside(
            net,
            line(
                "".join(f"M{x} -40l340 440M{x + 320} -40l-340 440" for x in range(300, 1300, 30)), c.LAKE900, 2.4, 0.6
            ),
        )
        + line("M700 -20C760 160 900 300 1220 330", c.LAKE900, 6)
        + "".join(
            fill(oval(x, y, 11), c.CLAY600)
            for x, y in ((728, 70), (780, 154), (856, 222), (950, 274), (1060, 308), (1160, 326))
        )
    )

    rim = (
        fill(oval(600, 540, 470, 176), c.WOOD700)
        + fill(oval(600, 528, 470, 172), c.STRAW600)
        + fill(oval(600, 526, 440, 154), "#D9BC85")
        + inside(
            oval(600, 526, 440, 154),
            line("".join(f"M{x} 360l140 340M{x + 140} 360l-140 340" for x in range(100, 1100, 34)), c.STRAW600, 5, 0.6),
        )
    )
    leaves = lifted(at(banana_leaf(700, 150, c.PALM400), 600, 530, -4), 1)
    spots = capped_yolks_spots()
    eggs = "".join(lifted(at(half(i % 3 != 1), x, y, 0, 0.94), 2) for i, (x, y) in enumerate(spots))
    front = capped_yolks_front()
    return wall + hung + lifted(rim, 3) + leaves + eggs + front + at(steam(170), 330, 380) + at(steam(150), 620, 350)


def eighty_body() -> str:
    return smooth(
        [
            (-290, -140),
            (-262, -250),
            (-130, -306),
            (40, -270),
            (170, -160),
            (244, -80),
            (130, -40),
            (-70, -16),
            (-236, -50),
        ]
    )


def eighty_wool() -> str:
    return stand_row(
        (
            (170, 690, 120, c.CLAY400),
            (1050, 700, 110, c.MARIGOLD400),
            (300, 730, 84, c.PALM400),
            (930, 742, 74, c.ROSE400),
        )
    )


def eighty_wall() -> str:
    return (
        land.sky(1200, 800, "morning")
        + fill(oval(600, 330, 290), "#FFFCF2", 0.8)
        + lifted(fill(block(-20, 560, 1240, 260), "#D9B98C"), 1)
        + ghost(line("M0 620H1200M0 690H1200M0 760H1200", c.WOOD700, 4), 0.25)
    )


@picture(
    "stories",
    "eighty-and-employed",
    WIDE,
    th="ไหมพรมหลากสี ตุ๊กตาโลมาถัก และป้ายลายมือบอกอายุผู้ถัก",
    en="Balls of wool, a crocheted dolphin and a hand-written age tag",
)
def eighty() -> str:
    wall = eighty_wall()
    body = eighty_body()
    tail = smooth([(206, -110), (290, -230), (286, -120), (360, -50), (240, -54)])
    fin = smooth([(0, -276), (66, -336), (92, -324), (92, -232)])
    belly = inside(body, fill(oval(-120, -16, 220, 84), "#E4EEEC"))
    doll = (
        cut(tail, "#6FA0B0", (-6, -6))
        + knit_texture(tail)
        + cut(fin, "#5E8FA0", (-5, -5))
        + cut(body, "#7FB0BE", (-12, -10))
        + belly
        + knit_texture(body)
        + cut(smooth([(-100, -90), (-20, -96), (26, 10), (-64, 8)]), "#5E8FA0", (-5, -5))
        + fill(oval(-206, -196, 13), c.INK)
        + fill(oval(-210, -200, 4), "#FFFFFF")
        + line("M-266 -130q46 34 96 12", c.INK700, 7)
    )
    marks = line("M-34 66q8 -24 22 -8t22 0 16 -8M-36 104q12 -16 24 0t24 0 22 -4", c.CLAY600, 7)
    label = (
        cut(poly([(-70, 20), (-34, -24), (34, -24), (70, 20), (70, 160), (-70, 160)]), c.SAND0, (-5, -4))
        + fill(oval(0, 2, 9), c.SAND500)
        + marks
    )
    thread = line("M560 470Q700 380 860 420", c.CLAY600, 5)
    hook = line("M0 0L-10 -230q-2 -26 -22 -20", c.INK500, 12) + line("M0 0L-4 -90", c.CLAY400, 20)
    wool = eighty_wool()
    return (
        wall
        + wool
        + contact(560, 690, 280, 26)
        + lifted(at(doll, 560, 690, 0, 1.06), 4)
        + thread
        + lifted(at(label, 860, 440, 6), 3)
        + lifted(at(hook, 760, 770, 62), 2)
    )


def stand_row(balls: tuple[tuple[float, float, float, str], ...]) -> str:
    return "".join(contact(x, y, r, 18) + lifted(at(yarn(r, tone), x, y), 3) for x, y, r, tone in balls)
