"""Cloth of Koh Yo and other sewn and woven goods."""

from demo.art import palette as c
from demo.art.gallery import lay, product, stand
from demo.art.motifs.cloth import (
    check,
    clothed,
    coil,
    folded,
    fringe,
    hanging,
    hat,
    pikul,
    plait,
    ratchawat,
    roll,
    tote,
)
from demo.art.motifs.leaves import fan_leaf, sprig
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
    wash,
)


@product(
    "koyo-pikul-scarf",
    "disc",
    "marigold",
    th="ผ้าพันคอสีเขียวทะเลสาบลายดอกพิกุลพาดอยู่บนราวไม้ไผ่",
    en="A lake-green scarf with pikul blossoms hanging over a bamboo rail",
)
def pikul_scarf() -> str:
    tile = pikul(c.MARIGOLD200, c.SAND0, 46)
    rail = cut(block(150, 262, 660, 26, 13), c.STRAW, (0, -8)) + line(
        "M300 264v22M520 264v22M700 264v22", c.STRAW600, 4
    )
    back = at(hanging(236, 470, c.LAKE900, tile, c.MARIGOLD200), 590, 276)
    front = at(hanging(250, 600, c.LAKE600, tile, c.MARIGOLD400), 420, 272)
    over = cut("M296 276q0-30 30-30h260q122 0 122 30z", c.LAKE700, (-4, -10))
    return lifted(rail, 3) + lifted(back, 3) + lifted(over + front, 4)


@product(
    "koyo-ratchawat-fabric",
    "niche",
    "sand",
    th="ผ้าผืนทอลายราชวัตรสีดินเผา ม้วนวางบนผ้าพับ",
    en="A roll of clay-red cloth in the ratchawat lattice on folded lengths",
)
def ratchawat_fabric() -> str:
    tile = ratchawat(c.CLAY200, c.MARIGOLD200, 58)
    below = stand(folded(600, 150, c.CLAY600, tile, c.CLAY700), y=990, rx=300)
    second = stand(folded(560, 96, c.MARIGOLD600, ratchawat(c.MARIGOLD100, c.CLAY600, 46), c.MARIGOLD700, 3), y=792)
    tail = lifted(
        clothed("M250 660C250 760 236 800 244 900L360 912C352 810 372 760 372 660z", c.CLAY600, tile)
        + wash(
            "M250 660C250 760 236 800 244 900L360 912C352 810 372 760 372 660z",
            "#000000",
            "#000000",
            across=True,
            ends=(0.2, 0),
        ),
        2,
    )
    return below + second + stand(roll(560, 88, c.CLAY600, tile, c.WOOD700), x=480, y=672) + tail


@product(
    "koyo-pha-khao-ma",
    "mat",
    "lake",
    th="ผ้าขาวม้าตาครามขาวพับเป็นสี่เหลี่ยม มุมหนึ่งคลี่ออก",
    en="A folded indigo and white checked cloth with one corner turned back",
)
def pha_khao_ma() -> str:
    tile = check(c.INDIGO, 88)
    whole = block(-290, -330, 580, 640, 12)
    fold = "M290 60V310H20C120 250 230 160 290 60z"
    turned = "M20 310C40 220 60 150 96 120C160 90 240 76 290 60C240 170 130 260 20 310z"
    lower = at(clothed(whole, "#EEF1F4", tile), 18, 20)
    top = (
        clothed(whole, c.SAND0, tile)
        + wash(whole, "#FFFFFF", "#000000", ends=(0.1, 0.1))
        + inside(whole, fill(fold, c.shade("#EEF1F4", 0.12)))
    )
    creases = line("M-290 -10H290M0 -330V120", c.INDIGO, 3, 0.25)
    tassels = at(fringe(560, 54, c.INDIGO300), 0, -332, 180)
    flap = lifted(
        clothed(turned, c.SAND0, check(c.INDIGO300, 88), turn=40) + wash(turned, "#FFFFFF", c.INDIGO, ends=(0.1, 0.2)),
        2,
    )
    return lay(lower + tassels + top + creases + flap, 480, 620, -7, level=4)


@product(
    "koyo-card-holder",
    "mat",
    "clay",
    th="กระเป๋าใส่บัตรทำจากผ้าทอเกาะยอสองใบ มีบัตรโผล่ออกมา",
    en="Two card holders of Koh Yo cloth, one with cards showing",
)
def card_holder() -> str:
    def holder(ground: str, tile: tuple, edge: str, cards: str) -> str:
        body = "M-220 -120Q-220 -146 -194 -146H194Q220 -146 220 -120V122Q220 148 194 148H-194Q-220 148 -220 122z"
        pocket = "M-220 -20Q0 36 220 -20V122Q220 148 194 148H-194Q-220 148 -220 122z"
        seam = line("M-204 -8Q0 46 204 -8M-204 130H204", c.tint(ground, 0.5), 3.5, 0.9, "12 10")
        back = clothed(body, ground, tile) + wash(body, "#FFFFFF", "#000000", ends=(0.06, 0.16))
        return (
            back
            + cards
            + lifted(cut(pocket, ground, (0, -5)) + clothed(pocket, ground, tile) + fill(pocket, edge, 0.18), 1)
            + seam
        )

    cards = lifted(at(cut(block(-180, -226, 360, 220, 18), c.SAND0), 0, 0, -4), 1) + lifted(
        at(
            cut(block(-176, -190, 352, 200, 18), c.LAKE200) + line("M-140 -150h90M-140 -120h150", c.LAKE600, 9, 0.6),
            0,
            0,
            2,
        ),
        1,
    )
    below = lay(holder(c.INDIGO, ratchawat(c.INDIGO300, c.MARIGOLD200, 50), c.INK, ""), 540, 800, 14)
    return below + lay(holder(c.CLAY600, pikul(c.MARIGOLD200, c.SAND0, 42), c.CLAY700, cards), 450, 520, -9, level=4)


@product(
    "yai-node-tote", "niche", "palm", th="กระเป๋าสานใยตาลทรงเหลี่ยม หูจับหนัง", en="A square tote woven from palmyra fibre"
)
def palm_tote() -> str:
    face = poly([(-250, -430), (250, -430), (228, 0), (-228, 0)])
    woven = clothed(face, c.STRAW600, plait(c.STRAW600, 34)) + wash(
        face, "#FFFFFF", c.SHADOW, across=True, ends=(0.22, 0.3)
    )
    band = inside(
        face,
        fill(block(-260, -300, 520, 96), c.WOOD700, 0.5),
        line(
            "M-260 -252l40 -34 40 34 40 -34 40 34 40 -34 40 34 40 -34 40 34 40 -34 40 34 40 -34 40 34 40 -34",
            c.SAND100,
            9,
        ),
    )
    hem = cut(block(-254, -440, 508, 34, 10), c.WOOD, (0, -6))
    leaf = lifted(at(fan_leaf(250, c.PALM400, c.PALM800), 770, 985, 18), 2)
    return leaf + stand(tote(500, 430, woven + band + hem, c.WOOD700), x=460, rx=250)


@product(
    "yai-node-hat",
    "shore",
    "lake",
    th="หมวกสานใยตาลปีกกว้าง คาดผ้าขาวม้า",
    en="A wide-brim palmyra hat with a checked cloth band",
)
def palm_hat() -> str:
    band = (c.SAND0, check(c.INDIGO, 34))
    sprigs = lifted(at(sprig(260, c.PALM600, 5, 110, 30), 96, 1010, -12), 2)
    return stand(hat(800, "#E3C58C", band), y=930, rx=370) + sprigs


@product(
    "yai-node-coasters",
    "mat",
    "sand",
    th="ที่รองแก้วใยตาลสี่ชิ้น มีแก้วน้ำวางบนชิ้นหนึ่ง",
    en="Four coiled palmyra coasters, one holding a glass",
)
def coasters() -> str:
    accents = (c.LAKE600, c.CLAY600, "", c.PALM600)
    spots = ((318, 440), (640, 470), (340, 790), (652, 820))
    pieces = "".join(
        lay(coil(150, "#D9B778", accent), x, y, i * 40)
        for i, ((x, y), accent) in enumerate(zip(spots, accents, strict=True))
    )
    glass = (
        fill(oval(0, 0, 98), "#FFFFFF", 0.55)
        + fill(oval(0, 0, 84), "#E7B36A", 0.9)
        + line(oval(0, 0, 92), "#FFFFFF", 7, 0.8)
        + fill(oval(-30, -34, 26, 16), "#FFFFFF", 0.55)
        + at(cut(block(-26, -26, 52, 52, 10), "#FBF3E2"), 24, 16, 24)
    )
    return pieces + lay(glass, 652, 820)


@product(
    "banner-tote",
    "disc",
    "rose",
    th="กระเป๋าช้อปปิ้งเย็บจากป้ายไวนิลหลากสี",
    en="A market bag sewn from pieces of old event banners",
)
def banner_tote() -> str:
    face = poly([(-250, -470), (250, -470), (232, 0), (-232, 0)])
    patches = (
        ("M-260-480H-40L-90-230H-260z", c.LAKE400), ("M-40-480H140L90-260-90-230z", c.MARIGOLD400), ("M140-480H260V-290L90-260z", c.CLAY400),
        ("M-260-230H-90L-40 10H-260z", c.CLAY600), ("M-90-230 90-260 150 10H-40z", c.SAND50), ("M90-260 260-290V10H150z", c.LAKE700),
    )  # fmt: skip
    cloth = "".join(fill(d, colour) for d, colour in patches)
    print_ = (
        fill(oval(-170, -370, 70), c.SAND50, 0.85)
        + line("M-300 -90q50 -40 100 0t100 0", c.MARIGOLD200, 18)
        + line("M-60 -110l60 -70 60 70 60 -70M-60 -50l60 -70 60 70 60 -70", c.LAKE600, 12)
        + fill(oval(190, -130, 46), c.MARIGOLD400)
        + fill("M-10-480h60L0-250h-60z", c.ROSE400, 0.8)
    )
    seams = line("M-40-480-90-230-40 10M-260-230H-90L90-260 260-290M140-480 90-260 150 10", c.SAND0, 4, 0.9, "14 9")
    body = inside(
        face,
        cloth,
        print_,
        seams,
        wash(face, "#FFFFFF", "#000000", across=True, ends=(0.14, 0.22)),
        line("M-250-452H250", c.INK700, 6, 0.4),
    )
    return stand(tote(500, 470, body, c.INK700), rx=250)


def knit_doll_dolphin_body() -> str:
    return smooth(
        [
            (-260, -130),
            (-236, -230),
            (-120, -282),
            (30, -250),
            (150, -150),
            (216, -80),
            (120, -40),
            (-60, -20),
            (-210, -48),
        ]
    )


@product(
    "grandma-knit-doll",
    "hills",
    "palm",
    th="ตุ๊กตาโครเชต์รูปโลมาอิรวดีกับนกเขา และม้วนไหมพรม",
    en="Crocheted Irrawaddy dolphin and dove with balls of yarn",
)
def knit_doll() -> str:
    dolphin_body = knit_doll_dolphin_body()
    tail = smooth([(190, -110), (262, -220), (262, -120), (330, -60), (220, -60)])
    fin = cut(smooth([(0, -250), (62, -306), (84, -296), (84, -214)]), "#5E8FA0", (-5, -5))
    belly = inside(dolphin_body, fill(oval(-110, -20, 200, 74), "#DCEAEA"))
    face = (
        fill(oval(-186, -180, 11), c.INK)
        + fill(oval(-190, -184, 4), "#FFFFFF")
        + line("M-240 -120q40 30 84 10", c.INK700, 6)
    )
    flipper = cut(smooth([(-90, -80), (-20, -90), (20, 10), (-60, 4)]), "#5E8FA0", (-4, -4))
    whale = (
        cut(tail, "#6FA0B0", (-5, -5))
        + knit_texture(tail)
        + fin
        + cut(dolphin_body, "#7FB0BE", (-10, -8))
        + belly
        + knit_texture(dolphin_body)
        + flipper
        + face
    )
    dove_body = smooth(
        [(-70, -250), (-112, -190), (-108, -80), (-50, -6), (50, -6), (108, -80), (100, -180), (60, -250), (0, -268)]
    )
    bird = (
        cut(dove_body, "#E6D3BC", (-9, -7))
        + knit_texture(dove_body)
        + at(cut(smooth([(0, -110), (54, -60), (40, 30), (-10, 20)]), "#B99B7C", (-5, -5)), 66, -60, -10)
        + fill("M-112 -206l-46 22 46 14z", c.CLAY400)
        + fill(oval(-58, -208, 10), c.INK)
    )
    return (
        stand(whale, 430, 880, 280, 1.16)
        + stand(bird, 772, 1020, 110, 1.06)
        + stand(yarn(86, c.CLAY400), 400, 1040, 80)
        + stand(yarn(66, c.MARIGOLD400), 250, 1020, 60)
    )


def knit_texture(d: str) -> str:
    """Rows of stitches over a shape."""
    return inside(d, "".join(line(f"M-340 {y}" + "l9 9 9 -9" * 40, c.SHADOW, 2.4, 0.17) for y in range(-350, 30, 16)))


def yarn(r: float, colour: str) -> str:
    ball = oval(0, -r, r)
    strands = "".join(
        line(
            f"M{-r} {-r * 1.9 + i * r * 0.24:.0f}Q0 {-r * 2.3 + i * r * 0.3:.0f} {r} {-r * 1.3 + i * r * 0.24:.0f}",
            c.shade(colour, 0.22),
            5,
            0.7,
        )
        for i in range(9)
    )
    return (
        line(f"M{r * 0.4:.0f} -8q{r * 0.7:.0f} 26 {r * 1.5:.0f} -6", colour, 8)
        + cut(ball, colour, (-9, -8))
        + inside(
            ball,
            strands,
            at(strands, 0, -r, 74),
            at(line(f"M{-r} {-r}Q0 {-r * 1.6} {r} {-r * 0.8}", c.tint(colour, 0.4), 5, 0.6), 0, 0),
        )
    )
