"""Condiments, preserves, teas and honey."""

from demo.art import palette as c
from demo.art.gallery import product, stand
from demo.art.motifs.fruit import cacao_half, cacao_pod, citrus_half, somchuk, tamarind
from demo.art.motifs.garden import chilli, garlic, heap, scatter, turmeric
from demo.art.motifs.leaves import feather_frond, sprig
from demo.art.motifs.packs import box, pouch, sachet, sealed_label
from demo.art.motifs.vessels import (
    bottle,
    bowl,
    cloth_cap,
    cup,
    jar,
    label,
    mortar,
    steam,
)
from demo.art.motifs.winged import bee
from demo.art.paper import (
    at,
    block,
    contact,
    cut,
    fill,
    globe,
    inside,
    lifted,
    line,
    oval,
    smooth,
)

AMBER, MARMALADE, RELISH, HONEY = "#B4631F", "#E8871E", "#7A3A1E", "#D98E1F"


@product(
    "somchuk-marmalade",
    "disc",
    "clay",
    th="โหลแยมส้มจุกสีส้ม กับผลส้มจุกและส้มผ่าซีก",
    en="A jar of som chuk marmalade with whole and halved fruit",
)
def marmalade() -> str:
    shreds = "".join(
        at(line("M-30 0q30 -26 60 0", "#F9B65A", 9, 0.85), x, y, t)
        for x, y, t in (
            (-70, -60, 10),
            (50, -110, 60),
            (-30, -200, -40),
            (80, -250, 20),
            (-80, -300, 80),
            (20, -350, -10),
            (90, -60, 120),
        )
    )
    pot_ = jar(340, 430, MARMALADE, c.SAND100, shreds) + at(
        cloth_cap(
            300,
            c.SAND0,
            line("M-200 -40H200M-200 -90H200M-200 10H200M-100 -200V200M0 -200V200M100 -200V200", c.CLAY400, 9, 0.6),
        ),
        0,
        -462,
    )
    seal = at(sealed_label(170, c.CLAY600, at(somchuk(44), 0, 52)), 0, -180)
    half = lifted(at(citrus_half(100, "#EE8F28", "#FFF3D6", "#F6A53A"), 655, 930), 3)
    return stand(pot_ + seal, 370, rx=170) + stand(somchuk(118), 775, 950, 100) + contact(660, 1030, 90) + half


@product(
    "somchuk-peel-tea",
    "niche",
    "marigold",
    th="กล่องชาเปลือกส้มจุก ถ้วยชา และเกลียวเปลือกส้ม",
    en="A box of som chuk peel tea with a cup and a curl of peel",
)
def peel_tea() -> str:
    case = box(360, 440, 190, c.LAKE600, sealed_label(190, c.CLAY400, at(somchuk(46), 0, 58)), c.MARIGOLD400)
    drink = cup(250, 170, c.SAND0, "#D98A2B", c.CLAY400)
    curl = line("M-90 0c20 -70 110 -60 96 0s-96 44 -70 90 130 30 140 -20", "#EE8F28", 26) + line(
        "M-90 0c20 -70 110 -60 96 0s-96 44 -70 90 130 30 140 -20", "#F9C275", 7
    )
    string = line("M20 -168q70 20 90 120", c.SAND0, 4) + at(cut(block(-26, 0, 52, 62, 8), c.CLAY400), 110, -52, -8)
    return (
        stand(case, 350, 955, 210)
        + stand(drink + string, 680, 985, 120)
        + lifted(at(steam(130), 680, 790), 1)
        + stand(curl, 470, 1010, scale=0.7)
    )


@product(
    "nipa-syrup", "shore", "sand", th="ขวดน้ำผึ้งจากสีน้ำตาลทอง หน้าใบจาก", en="A bottle of nipa syrup before nipa fronds"
)
def nipa_syrup() -> str:
    nuts = "".join(
        globe(
            smooth([(-40 + x, y), (-26 + x, y - 84), (x, y - 104), (26 + x, y - 84), (40 + x, y)]), "#8A5A34", "#4B2C17"
        )
        for x, y in ((-60, 0), (60, 0), (0, 14), (-30, -50), (34, -48), (0, -90))
    )
    fronds = lifted(
        at(feather_frond(520, c.PALM600, c.PALM800), 250, 760, -58)
        + at(feather_frond(460, c.PALM400, c.PALM800), 300, 820, -18)
        + at(feather_frond(420, c.PALM600, c.PALM800), 240, 800, -104),
        2,
    )
    paper = label(170, 200, c.SAND50, c.LAKE600, at(feather_frond(130, c.PALM400, c.PALM800, 9), -60, 30, -32))
    return fronds + stand(bottle(236, 560, AMBER, c.STRAW600, paper, 0.68), 440, rx=120) + stand(nuts, 715, 985, 100)


@product(
    "southern-curry-paste",
    "hills",
    "palm",
    th="ครกหินตำเครื่องแกงส้ม กับขมิ้น พริก กระเทียม และซองเครื่องแกง",
    en="A stone mortar of sour curry paste with turmeric, chilli and garlic",
)
def curry_paste() -> str:
    stone = stand(mortar(440, 340, "#8A8B86", "#D9812A"), 420, 960, 170)
    pack = stand(
        at(
            sachet(
                230,
                290,
                c.MARIGOLD400,
                sealed_label(140, c.CLAY600, at(chilli(80, c.CLAY600), -36, -8, 20) + at(turmeric(78), 0, 26)),
            ),
            0,
            -145,
            7,
        ),
        745,
        945,
        110,
    )
    roots = (
        stand(turmeric(190), 300, 1015, turn=-12)
        + stand(at(chilli(170), -60, -10, 14), 560, 1010)
        + stand(at(chilli(150, c.PALM400), -60, -10, -6), 620, 1050)
        + stand(garlic(52), 800, 1030, 50)
    )
    return pack + stone + roots


@product(
    "roasted-tamarind-relish",
    "disc",
    "sand",
    th="โหลน้ำพริกมะขามคั่ว กับฝักมะขามและผักสด",
    en="A jar of roasted tamarind relish with tamarind pods",
)
def tamarind_relish() -> str:
    bits = "".join(
        fill(oval(-140 + (i * 67) % 280, -20 - (i * 43) % 300, 9, 6), "#E2A45A" if i % 3 else c.ROSE700, 0.8)
        for i in range(46)
    )
    pot_ = jar(340, 410, RELISH, c.CLAY400, bits, label(220, 180, c.SAND50, c.CLAY600, at(tamarind(150), 0, 0, -14)))
    pods = "".join(stand(tamarind(250), x, y, turn=t) for x, y, t in ((720, 950, -20), (690, 1010, 12)))
    spoon = bowl(200, 92, c.PALM600, heap(150, 46, RELISH, 8, "relish", 1.2), c.PALM300)
    leaves = lifted(at(sprig(260, c.PALM400, 7, 54, 13), 560, 860, -30), 2)
    return leaves + stand(pot_, 370, rx=170) + stand(spoon, 560, 1005, 90) + pods


@product(
    "stingless-bee-honey",
    "niche",
    "marigold",
    th="โหลน้ำผึ้งชันโรง ไม้ตักน้ำผึ้ง และรังไม้",
    en="A small jar of stingless bee honey with a dipper and a log hive",
)
def bee_honey() -> str:
    log = block(-190, -230, 380, 230, 24)
    hive = (
        cut(log, c.WOOD, (-12, -8))
        + inside(
            log,
            line(
                "M-190 -190q90 20 190 0t190 6M-190 -140q120 -20 220 0t170 -8M-190 -80q100 20 200 4t190 0M-190 -36q90 -14 190 0t190 0",
                c.WOOD700,
                5,
                0.5,
            ),
        )
        + fill(oval(60, -120, 30, 24), c.BARK)
        + line("M60 -120m-30 0q-18 40 6 66", "#4B2C17", 12)
    )
    honey = jar(
        270,
        330,
        HONEY,
        c.WOOD700,
        fill(oval(-60, -250, 40, 18), "#FFFFFF", 0.2),
        sealed_label(150, c.MARIGOLD600, at(bee(84), 0, 0, -14)),
    )
    dipper = block(-7, -300, 14, 240, 7)
    head = "".join(cut(oval(0, -56 + i * 20, 34 - abs(i - 2) * 6, 12), c.WOOD, (-4, -3)) for i in range(5))
    drip = line("M0 30q4 40 0 70", HONEY, 12) + fill(oval(0, 104, 12, 16), HONEY)
    bees = "".join(at(bee(s), x, y, t) for x, y, s, t in ((640, 420, 46, 16), (740, 500, 38, -20), (560, 340, 34, 4)))
    return (
        stand(hive, 590, 905, 190)
        + stand(honey, 360, 985, 136)
        + lifted(at(cut(dipper, c.WOOD700) + head + drip, 720, 960, 34), 3)
        + lifted(bees, 1)
    )


@product(
    "cacao-husk-tea",
    "hills",
    "clay",
    th="ถุงชาเปลือกโกโก้ ถ้วยชา และฝักโกโก้",
    en="A pouch of cacao husk tea with a cup and a cacao pod",
)
def husk_tea() -> str:
    pack = stand(
        pouch(
            390,
            570,
            "#6B4630",
            label(230, 200, c.SAND50, c.MARIGOLD400, at(cacao_pod(150, c.MARIGOLD600), 0, 0, -24)),
            "#A87447",
        ),
        x=350,
        rx=185,
    )
    drink = stand(cup(240, 160, c.LAKE600, "#8A4A22", c.LAKE300), 655, 975, 115) + lifted(at(steam(120), 655, 790), 1)
    husks = stand(scatter(230, 60, "#8A5A36", 14, 40, "husk", 2.4), 500, 1040)
    return pack + drink + husks + stand(at(cacao_half(190, "#C98A2E"), 0, -30, -10), 800, 1030)
