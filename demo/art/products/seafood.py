"""Food of the sea and the lake."""

from demo.art import palette as c
from demo.art.gallery import lay, product, stand
from demo.art.motifs.creatures import catfish, crab, fish, shrimp, small_fish
from demo.art.motifs.fruit import mango
from demo.art.motifs.garden import lime_half, scatter
from demo.art.motifs.leaves import banana_leaf, leaf
from demo.art.motifs.packs import box, sealed_label
from demo.art.motifs.vessels import bowl, dish, jar, label, plate
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
    poly,
    smooth,
    tiled,
)


@product(
    "pla-duk-ra",
    "mat",
    "clay",
    th="ปลาดุกร้าสามตัววางบนใบตองในกระด้ง",
    en="Three cured catfish on a banana leaf over a round tray",
)
def cured_catfish() -> str:
    tray = lay(
        dish(360, c.STRAW, c.STRAW600)
        + tiled(oval(0, 0, 330), line("M0 20L20 0M20 40L40 20M0 0L40 40", c.STRAW600, 5, 0.6), 40, 40),
        480,
        610,
        level=3,
    )
    under = lay(banana_leaf(640, 270, c.PALM400), 480, 620, -24, level=1)
    fishes = "".join(
        lay(catfish(560, tone), x, y, t, level=2)
        for x, y, t, tone in ((470, 480, -16, "#6E4C31"), (480, 620, -12, "#7E5836"), (500, 760, -19, "#6E4C31"))
    )
    extras = lay(lime_half(48), 760, 860, 0, level=1) + lay(at(mango(56), 0, 40), 200, 420, 20, level=1)
    return tray + under + fishes + extras


@product(
    "khai-khrop",
    "niche",
    "sand",
    th="ไข่ครอบวางเรียงบนถาดนึ่ง เห็นไข่แดงมันในเปลือก",
    en="Khai khrop on a steaming tray, glossy yolks in their shells",
)
def khai_khrop() -> str:
    def capped(open_: bool) -> str:
        shell = cut(smooth([(-62, -60), (-58, -20), (0, 8), (58, -20), (62, -60), (0, -50)]), "#EFE0CC", (-7, -4))
        if open_:
            yolks = globe(oval(0, -62, 60, 24), "#FBB03B", "#D9701A") + fill(oval(-20, -69, 18, 6), "#FFFFFF", 0.6)
            return shell + line(oval(0, -62, 62, 25), "#F7EDDF", 6) + yolks
        return shell + cut(
            f"M-64 -58C-58 -130 58 -130 64 -58{''.join('q-8 10 -16 0' for _ in range(8))}z", "#F7EDDF", (-7, -4)
        )

    leaf_base = lifted(at(banana_leaf(560, 120, c.PALM400), 480, 860, 0), 1)
    tray = "M110 840Q480 980 850 840L820 960Q480 1090 140 960z"
    woven = cut(tray, c.STRAW600, (0, -8)) + inside(
        tray,
        line(
            "".join(f"M{x} 820l60 220M{x + 60} 820l-60 220" for x in range(60, 900, 44)),
            c.shade(c.STRAW600, 0.3),
            6,
            0.5,
        ),
        line("M110 850Q480 990 850 850", c.STRAW, 18),
    )
    floor = fill(oval(480, 842, 372, 78), c.WOOD700) + fill(oval(480, 836, 356, 70), c.STRAW)
    rows = [
        (260, 800, True),
        (420, 780, False),
        (580, 780, True),
        (720, 806, True),
        (330, 868, True),
        (490, 884, True),
        (640, 872, False),
    ]
    eggs = "".join(lifted(at(capped(o), x, y, 0, 1.12), 1) for x, y, o in rows)
    return lifted(floor, 3) + leaf_base + eggs + lifted(woven, 2)


@product(
    "kung-wan",
    "shore",
    "clay",
    th="โหลกุ้งหวานทะเลสาบ กับกุ้งเคลือบน้ำตาลในจานเล็ก",
    en="A jar of sweet lake shrimp with a dish of glazed shrimp",
)
def sweet_shrimp() -> str:
    pieces = "".join(
        at(shrimp(96, "#D9582F"), x, y, t)
        for x, y, t in (
            (-80, -70, 0),
            (50, -60, 60),
            (-20, -140, 150),
            (90, -170, 20),
            (-90, -210, 100),
            (20, -250, -30),
            (-60, -310, 60),
            (90, -300, 200),
        )
    )
    pot_ = jar(
        330, 400, "#9C4A22", c.LAKE600, pieces, label(190, 130, c.SAND50, c.CLAY600, at(shrimp(84, c.CLAY400), 4, 2))
    )
    heaped = "".join(
        at(shrimp(120, "#DF6A38"), x, y, t)
        for x, y, t in ((-86, -14, 0), (4, -28, 40), (88, -14, 160), (-30, -66, 100), (50, -70, 10))
    )
    return stand(pot_, 350, rx=165) + stand(bowl(330, 120, c.SAND0, heaped, c.LAKE400, "#9C4A22"), 680, 990, 140)


@product(
    "crab-meat-fresh",
    "mat",
    "lake",
    th="กล่องเนื้อปูแกะสด กับปูม้าตัวเต็มบนผ้า",
    en="A tub of picked crab meat with a whole blue crab",
)
def crab_meat() -> str:
    tub = cut(block(-230, -150, 460, 300, 46), c.SAND0, (-8, -8)) + fill(block(-200, -122, 400, 244, 34), c.LAKE200)
    meat = scatter(360, 210, "#F7E9DC", 30, 120, "crab", 2.1) + scatter(300, 180, "#E9A58A", 14, 26, "crab2", 2.6)
    inner = inside(block(-200, -122, 400, 244, 34), fill(block(-200, -122, 400, 244), "#F3E2D2"), meat)
    return (
        lay(crab(560, "#4C7FA6", "#3C6690"), 480, 430, -10, level=3)
        + lay(tub + inner, 520, 820, 5, level=4)
        + lay(leaf(150, 40, c.PALM400), 200, 940, -40, level=1)
        + lay(lime_half(58), 240, 760, level=2)
    )


@product(
    "sea-bass-fillet",
    "mat",
    "dusk",
    th="เนื้อปลากะพงแล่สองชิ้นบนถาดน้ำแข็ง กับมะนาวและใบมะกรูด",
    en="Two sea bass fillets on ice with lime and leaves",
)
def bass_fillet() -> str:
    slab = block(-330, -230, 660, 460, 26)
    ice = "".join(
        at(
            fill(poly([(-34, -26), (26, -34), (38, 20), (-20, 34)]), "#FFFFFF", 0.5),
            -300 + (i * 97) % 610,
            -200 + (i * 61) % 410,
            i * 37,
        )
        for i in range(40)
    )
    tray = cut(slab, "#5E7C8C", (-8, -9)) + inside(slab, fill(block(-310, -210, 620, 420, 18), "#C9DFE6"), ice)
    return (
        lay(tray, 480, 640, -5, level=4)
        + lay(fillet(470), 470, 560, -10, level=2)
        + lay(fillet(450), 500, 730, -2, level=2, flip=True)
        + lay(lime_half(60), 260, 790, level=2)
        + lay(lime_half(54), 720, 880, level=2)
        + lay(leaf(130, 42, c.PALM600), 690, 440, 30, level=1)
        + lay(fish(330, "#66808E", "#EAF0F0"), 480, 262, 4, level=2)
    )


def fillet(length: float) -> str:
    """A skinned fillet with a rosy centre line, centred."""
    d = smooth(
        [
            (-length / 2, -10),
            (-length * 0.36, -length * 0.14),
            (0, -length * 0.16),
            (length * 0.34, -length * 0.08),
            (length / 2, 4),
            (length * 0.3, length * 0.1),
            (-length * 0.05, length * 0.14),
            (-length * 0.38, length * 0.1),
        ]
    )
    flakes = line(
        "".join(
            f"M{x * length:.0f} {-length * 0.15:.0f}q{length * 0.06:.0f} {length * 0.15:.0f} {-length * 0.01:.0f} {length * 0.3:.0f}"
            for x in (-0.38, -0.28, -0.18, -0.08, 0.02, 0.12, 0.22, 0.32)
        ),
        "#E3BFB2",
        5,
        0.8,
    )
    middle = line(
        f"M{-length * 0.46:.0f} 0Q0 {-length * 0.03:.0f} {length * 0.46:.0f} {length * 0.01:.0f}", "#D9907F", 12, 0.7
    )
    return cut(d, "#F8E4D9", (-5, -8), (4, 4)) + inside(d, flakes, middle)


@product(
    "sesame-sweet-fish",
    "disc",
    "lake",
    th="ปลาหวานงาตัวเล็กเรียงบนจาน โรยงาขาว",
    en="Small sweet fish sprinkled with sesame on a plate",
)
def sweet_fish() -> str:
    case = box(
        330, 210, 170, c.CLAY600, sealed_label(130, c.CLAY400, at(small_fish(92, c.MARIGOLD600), 4, 0, -16)), c.SAND100
    )
    fishes = "".join(
        lifted(at(small_fish(230, tone) + at(scatter(120, 36, "#FFF3D6", 9, 14, f"s{i}", 1.7), -20, 0), x, y, t), 1)
        for i, (x, y, t, tone) in enumerate(
            (
                (370, 900, -8, "#C8782E"),
                (560, 905, 10, "#B9692A"),
                (440, 868, 6, "#D0843A"),
                (620, 862, -10, "#C8782E"),
                (500, 822, -4, "#B9692A"),
                (400, 830, 12, "#D0843A"),
                (520, 936, -6, "#D0843A"),
            )
        )
    )
    return stand(case, 600, 800, 190) + stand(plate(660, c.SAND0, c.LAKE400, 0.3), 480, 930, 320) + fishes
