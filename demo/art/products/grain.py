"""Rice, coffee and cacao."""

from demo.art import palette as c
from demo.art.gallery import lay, product, stand
from demo.art.motifs.fruit import cacao_half, cacao_pod, coffee_branch
from demo.art.motifs.garden import coffee_bean, heap, scatter
from demo.art.motifs.leaves import bundle, rice_ear
from demo.art.motifs.packs import box, sack, sealed_label, side_bag
from demo.art.motifs.vessels import bowl, cup, steam
from demo.art.paper import at, block, cut, fill, inside, lifted, line, oval, poly

CHOCOLATE, MILK = "#4A2A1A", "#9A653C"


def rice_emblem(colour: str) -> str:
    return at(bundle(rice_ear(120, colour, c.PALM400), 3, 40, "emblem"), -14, 62)


def ears(x: float, y: float, colour: str, turn: float) -> str:
    return lifted(at(bundle(rice_ear(420, colour, c.PALM400), 7, 46, f"ears{x}"), x, y, turn), 2)


@product(
    "rice-leb-nok",
    "niche",
    "marigold",
    th="ถุงผ้าข้าวเล็บนก ชามข้าวสาร และรวงข้าว",
    en="A cloth sack of Leb Nok rice with a bowl of grain and rice ears",
)
def leb_nok() -> str:
    bag = stand(
        sack(440, 560, c.SAND100, c.LAKE600, sealed_label(190, c.LAKE600, rice_emblem("#D9A441"))), 380, 965, 210
    )
    grain = bowl(290, 130, c.LAKE600, heap(240, 76, "#F4EAD6", 11, "leb", 3), c.LAKE300)
    return (
        ears(640, 860, "#D9A441", 14)
        + bag
        + stand(grain, 690, 990, 120)
        + stand(scatter(150, 30, "#F4EAD6", 11, 16, "leb2", 3), 480, 1050)
    )


@product(
    "rice-cho-khing",
    "shore",
    "sand",
    th="ถุงผ้าข้าวกล้องช่อขิงสีน้ำตาลแดง กับที่ตักไม้",
    en="A sack of Cho Khing brown rice with a wooden scoop",
)
def cho_khing() -> str:
    bag = stand(
        sack(400, 500, "#D9BE93", c.CLAY600, sealed_label(180, c.CLAY600, rice_emblem("#A8562E"))), 340, 960, 190
    )
    mound = stand(heap(330, 130, "#B5764A", 11, "cho", 2.6), 690, 1000, 150)
    scoop = at(
        cut(oval(0, 0, 86, 40), c.WOOD, (-6, -5))
        + inside(oval(0, 0, 76, 32), heap(160, 60, "#B5764A", 10, "cho3", 2.6))
        + cut(block(74, -15, 170, 30, 15), c.WOOD, (0, -5)),
        620,
        1005,
        -18,
    )
    return ears(600, 850, "#B06A3A", 18) + bag + mound + lifted(scoop, 2)


def chocolate(w: float, h: float, colour: str, cols: int = 3, rows: int = 4) -> str:
    """Bare squares of a bar, its top left at (0, 0)."""
    sw, sh = w / cols, h / rows
    return cut(block(0, 0, w, h, 8), colour, (-7, -7)) + "".join(
        cut(block(i * sw + 8, j * sh + 8, sw - 16, sh - 16, 6), c.tint(colour, 0.08), (5, 5), None, 0.35)
        for i in range(cols)
        for j in range(rows)
    )


def wrapped_bar(wrapper: str, accent: str, colour: str, emblem: str) -> str:
    """A bar half out of its wrapper, centred."""
    foil = poly(
        [
            (-150, -90),
            (-110, -120),
            (-70, -92),
            (-30, -122),
            (10, -94),
            (50, -120),
            (90, -92),
            (130, -118),
            (150, -90),
            (150, -40),
            (-150, -40),
        ]
    )
    paper = block(-160, -80, 320, 400, 6)
    band = (
        fill(block(-160, 40, 320, 180), c.SAND50)
        + fill(block(-160, 40, 320, 12), accent)
        + fill(block(-160, 208, 320, 12), accent)
    )
    weave = line(
        "".join(f"M{x} -70l40 40 40 -40M{x} 240l40 40 40 -40" for x in range(-160, 160, 80)),
        c.tint(wrapper, 0.3),
        5,
        0.7,
    )
    return (
        at(chocolate(280, 330, colour), -140, -330)
        + cut(foil, "#E9DDC4", (-5, -5))
        + cut(paper, wrapper, (-9, -8))
        + inside(paper, weave, band)
        + at(emblem, 0, 130)
    )


@product(
    "cacao-bar-70",
    "mat",
    "sand",
    th="ช็อกโกแลตเข้มแท่งหนึ่งแกะห่อครึ่งหนึ่ง กับฝักโกโก้",
    en="A dark chocolate bar half unwrapped, with cacao pods",
)
def bar_dark() -> str:
    pods = lay(cacao_pod(330, "#B4531F"), 230, 330, 24, level=3) + lay(
        cacao_half(300, "#C98A2E"), 720, 930, -24, level=3
    )
    return pods + lay(
        wrapped_bar(c.LAKE700, c.MARIGOLD400, CHOCOLATE, at(cacao_pod(150, c.CLAY400), 0, 0, -20)),
        490,
        620,
        12,
        level=4,
    )


@product(
    "cacao-bar-milk",
    "mat",
    "marigold",
    th="ช็อกโกแลตนมน้ำตาลโตนดแกะห่อครึ่งหนึ่ง กับชิ้นที่หักแล้ว",
    en="A palmyra milk chocolate bar half unwrapped, with broken squares",
)
def bar_milk() -> str:
    squares = lay(chocolate(150, 132, MILK, 2, 2), 670, 860, 20, level=3) + lay(
        chocolate(80, 70, MILK, 1, 1), 220, 870, -16, level=3
    )
    sugar = lay(scatter(200, 120, "#D9A766", 10, 40, "sugar", 1.1), 260, 320, level=1)
    return (
        sugar
        + lay(
            wrapped_bar(c.CLAY400, c.CLAY600, MILK, at(cacao_pod(150, c.MARIGOLD400), 0, 0, -20)),
            450,
            610,
            -10,
            level=4,
        )
        + squares
    )


@product(
    "sabayoi-robusta",
    "hills",
    "lake",
    th="ถุงกาแฟโรบัสตาสะบ้าย้อย กิ่งกาแฟผลแดง และเมล็ดคั่ว",
    en="A bag of Saba Yoi robusta with red coffee cherries and roasted beans",
)
def robusta() -> str:
    badge = sealed_label(190, c.CLAY600, at(coffee_bean(110), 0, 0, -30))
    bag = stand(side_bag(360, 600, "#3E2C22", c.MARIGOLD400, badge), 370, 970, 180)
    branch = lifted(at(coffee_branch(380), 520, 760, -18), 3)
    beans = "".join(
        stand(at(coffee_bean(62), 0, -20, i * 47), 590 + (i * 71) % 260, 940 + (i * 37) % 110) for i in range(13)
    )
    return branch + bag + beans


@product(
    "sabayoi-drip-bags",
    "disc",
    "sand",
    th="กล่องกาแฟดริป กับซองดริปที่พาดบนถ้วย",
    en="A box of drip bags and one brewing over a cup",
)
def drip_bags() -> str:
    case = box(350, 330, 190, c.CLAY600, sealed_label(170, c.CLAY600, at(coffee_bean(96), 0, 0, -30)), c.SAND100)
    drip = (
        cut(poly([(-84, -340), (84, -340), (70, -150), (-70, -150)]), c.SAND0, (-8, 0))
        + fill(poly([(-64, -318), (64, -318), (58, -200), (-58, -200)]), "#5B3A22")
        + cut(poly([(-132, -240), (-84, -290), (-84, -236), (-112, -180)]), c.CLAY400, (-4, 0))
        + cut(poly([(132, -240), (84, -290), (84, -236), (112, -180)]), c.CLAY400, (-4, 0))
    )
    drink = cup(250, 190, c.LAKE600, "#3A2114", c.LAKE300)
    beans = "".join(
        stand(at(coffee_bean(52), 0, -16, i * 61), 420 + (i * 53) % 140, 1010 + (i * 29) % 50) for i in range(5)
    )
    return (
        stand(case, 310, 950, 200)
        + lifted(at(drip, 675, 985), 2)
        + stand(drink, 675, 985, 120)
        + lifted(at(steam(120), 675, 630), 1)
        + beans
    )
