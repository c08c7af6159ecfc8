"""Seasonal fruit in boxes and crates."""

from demo.art import palette as c
from demo.art.gallery import product, stand
from demo.art.motifs import fruit as f
from demo.art.motifs import great_fruit
from demo.art.motifs.cloth import basket
from demo.art.motifs.leaves import leaf, sprig
from demo.art.motifs.packs import carton, crate, sealed_label
from demo.art.paper import at, contact, lifted


def pile(thing: str, spots: tuple, size: float = 1) -> str:
    """The same fruit at several places; each spot is x, y and a turn."""
    return "".join(lifted(at(thing, x, y, turn, size), 1) for x, y, turn in spots)


@product(
    "sapodilla-fresh",
    "hills",
    "sand",
    th="ละมุดสดเต็มลังไม้ มีผลผ่าซีกวางข้างหน้า",
    en="A crate of fresh sapodilla with a halved fruit in front",
)
def sapodilla_fresh() -> str:
    heaped = pile(
        f.sapodilla(74),
        (
            (-190, 20, -8),
            (-60, 26, 6),
            (76, 20, -4),
            (200, 24, 10),
            (-130, -80, 12),
            (6, -86, -6),
            (136, -80, 4),
            (-60, -170, -10),
            (76, -172, 8),
        ),
    )
    front = lifted(at(f.sapodilla_half(92), 690, 970), 3)
    leaves = lifted(at(sprig(240, c.PALM600, 5, 100, 28), 640, 640, -34), 2)
    return (
        leaves
        + stand(crate(580, 230, "#C99A62", heaped), 450, 950, 290)
        + contact(690, 1056, 80)
        + front
        + stand(f.sapodilla(76), 820, 1020, 70)
    )


@product(
    "champedak-box",
    "niche",
    "palm",
    th="จำปาดะผลยาวและผลผ่าเห็นเนื้อสีเหลืองทอง",
    en="A whole champedak beside one cut open to golden flesh",
)
def champedak_box() -> str:
    leaves = lifted(at(leaf(300, 90, c.PALM600), 420, 420, -150) + at(leaf(280, 86, c.PALM400), 430, 410, -20), 2)
    arils = "".join(
        stand(at(great_fruit.aril(96), 0, -30, t), x, y)
        for x, y, t in ((250, 1000, 12), (700, 1040, -16), (820, 1010, 40))
    )
    return (
        leaves
        + stand(great_fruit.champedak(290, 560), 360, 955, 140, turn=-5)
        + stand(great_fruit.champedak_open(310, 540), 630, 985, 150, turn=7)
        + arils
    )


@product(
    "somchuk-fresh",
    "disc",
    "lake",
    th="ส้มจุกจะนะผิวส้มมีจุก ใส่ตะกร้า และส้มผ่าซีก",
    en="Chana som chuk oranges with their necks in a basket, one cut in half",
)
def somchuk_fresh() -> str:
    heaped = pile(f.somchuk(84), ((-170, 30, -10), (-10, 40, 4), (160, 30, 10), (-90, -70, -4), (82, -72, 8)))
    half = lifted(at(f.citrus_half(88, "#EE8F28", "#FFF3D6", "#F6A53A"), 742, 968), 3)
    return (
        stand(basket(540, 250, c.STRAW600, heaped, c.LAKE600), 420, 960, 250)
        + stand(f.somchuk(92), 860, 960, 80)
        + contact(745, 1050, 80)
        + half
    )


@product(
    "native-durian",
    "shore",
    "palm",
    th="ทุเรียนพื้นบ้านสองลูก กับซีกทุเรียนเห็นเนื้อเหลือง",
    en="Two native durians and an opened half",
)
def native_durian() -> str:
    return (
        stand(great_fruit.durian(370), 350, 915, 160)
        + stand(great_fruit.durian(300, "#A9A24E"), 690, 870, 130)
        + contact(640, 1040, 190)
        + lifted(at(great_fruit.durian_open(400), 640, 950, -4), 3)
    )


@product(
    "somrom-mixed-box",
    "hills",
    "palm",
    th="ลังผลไม้สวนสมรม มังคุด ลองกอง และผลไม้ตามฤดู",
    en="A box of mixed orchard fruit: mangosteen, longkong and more",
)
def somrom_box() -> str:
    heaped = (
        lifted(at(great_fruit.durian(210), -170, 50), 1)
        + lifted(at(f.longkong(36, 13), 130, 40, -14), 1)
        + pile(f.mangosteen(64), ((-30, 24, 0), (60, 60, 8), (-90, 66, -6)))
    )
    leaves = lifted(at(sprig(300, c.PALM600, 6, 110, 30), 520, 560, -22), 2)
    box_ = stand(
        carton(560, 260, "#C39A66", heaped, sealed_label(130, c.PALM600, at(f.mangosteen(34), 0, 32))), 460, 975, 290
    )
    opened = lifted(at(f.mangosteen_open(72), 800, 960), 3)
    return leaves + box_ + contact(805, 1028, 66) + opened + stand(f.mangosteen(62), 150, 1035, 60)


@product(
    "mamuang-bao-fresh",
    "niche",
    "lake",
    th="มะม่วงเบาผลเขียวเต็มตะกร้า มีใบติดขั้ว",
    en="Green light mangoes in a basket with their leaves",
)
def mamuang_bao() -> str:
    heaped = pile(
        f.mango(96), ((-170, 30, 10), (0, 36, -6), (170, 26, 12), (-90, -50, -14), (90, -54, 8), (0, -128, -4))
    )
    leaves = lifted(at(sprig(320, c.PALM600, 6, 140, 30), 500, 520, -16), 2)
    halves = stand(at(f.mango_slice(104, "#EDE8A8"), 0, -20, -14), 750, 1020) + stand(f.mango(100), 240, 1050, 84)
    return leaves + stand(basket(560, 240, "#B98D4C", heaped, c.PALM600), 480, 965, 260) + halves


@product(
    "khuan-lang-pomelo",
    "disc",
    "rose",
    th="ส้มโอหอมควนลังผ่าเห็นเนื้อสีชมพู กับส้มโอทั้งผล",
    en="A Khuan Lang pomelo cut open to pink flesh beside whole fruit",
)
def khuan_lang_pomelo() -> str:
    half = lifted(at(f.citrus_half(176, "#BFC66A", "#FFF6EC", "#E77F86", 11), 610, 830), 4)
    return (
        stand(great_fruit.pomelo(150), 330, 900, 140)
        + stand(great_fruit.pomelo(128), 800, 860, 110)
        + contact(615, 1008, 150)
        + half
        + stand(at(f.mango_slice(84, "#EE959A"), 0, -24, 8), 330, 1020)
    )
