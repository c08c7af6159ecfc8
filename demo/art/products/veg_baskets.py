"""Vegetable baskets ordered before they are sown."""

from demo.art import palette as c
from demo.art.gallery import product, stand
from demo.art.motifs import garden as g
from demo.art.motifs.cloth import basket
from demo.art.motifs.packs import crate, tag
from demo.art.motifs.vessels import egg
from demo.art.paper import at, block, cut, fill, lifted, line


def among(*things: tuple) -> str:
    """Things at (x, y, turn) inside a basket, each casting a little shadow on the next."""
    return "".join(lifted(at(piece, x, y, turn), 1) for piece, x, y, turn in things)


@product(
    "veg-basket-small",
    "disc",
    "palm",
    th="ตะกร้าผักเล็กห้าหกชนิด มีป้ายชื่อแปลง",
    en="A small basket of seasonal vegetables with a plot tag",
)
def small() -> str:
    inner = among(
        (g.long_stems(330, c.PALM600, c.STRAW, "small"), 120, 30, 16), (g.greens(300, c.PALM400), -130, 60, -10),
        (g.aubergine(250), 60, -24, -62), (g.greens(270, "#7DB04E"), 10, 70, 6), (g.tomato(56), -60, 50, 0), (g.tomato(52), 150, 56, 10),
        (g.chilli(120), 40, 10, -30),
    )  # fmt: skip
    return stand(basket(500, 270, "#C39A5C", inner, c.PALM600), 470, 970, 240) + lifted(
        at(tag(110, 150, c.SAND0, c.CLAY600), 590, 830, -6), 2
    )


@product(
    "veg-basket-family",
    "hills",
    "sand",
    th="ลังผักสำหรับครอบครัว พร้อมไข่ไก่หกฟอง",
    en="A family crate of vegetables with six free-range eggs",
)
def family() -> str:
    inner = among(
        (g.long_stems(380, c.PALM600, c.STRAW, "fam"), -190, 40, -14), (g.greens(340, c.PALM400), 200, 60, 12), (g.loofah(330), -40, -120, -72),
        (g.greens(320, "#7DB04E"), 60, 60, -4), (g.aubergine(270), 170, -40, -56), (g.pumpkin(104), -110, 70, 0), (g.tomato(58), 30, 60, 0), (g.tomato(54), 130, 66, 0),
        (g.turmeric(150), 216, 40, -20),
    )  # fmt: skip
    cradle = cut(block(-230, -52, 460, 64, 18), "#A9A08E", (-6, -6)) + line(
        "M-150 -50v60M-76 -50v60M0 -50v60M76 -50v60M150 -50v60", c.shade("#A9A08E"), 4, 0.6
    )
    eggs = "".join(
        at(egg(72, tone), -188 + i * 75, -22)
        for i, tone in enumerate(("#E8C7A0", "#F1DCC0", "#DDB58A", "#E8C7A0", "#F1DCC0", "#E3BE93"))
    )
    return stand(crate(600, 240, "#C08F58", inner), 470, 930, 300) + stand(eggs + cradle, 500, 1040, 230)


@product(
    "veg-basket-senior",
    "niche",
    "clay",
    th="ตะกร้าผักต้มนุ่ม ฟักทอง บวบ ตำลึง ถั่ว กับการ์ดสูตรอาหาร",
    en="A basket of soft-cooking vegetables with a recipe card",
)
def senior() -> str:
    inner = among(
        (g.loofah(340), -60, -110, -64), (g.long_stems(320, "#6FA04A", c.STRAW, "sen"), 150, 40, 14), (g.loofah(300), 40, -70, -48),
        (g.pumpkin(116), -130, 70, 0), (g.beans(330, c.PALM400), 120, 10, 0), (g.pumpkin_wedge(92), 40, 40, 4),
    )  # fmt: skip
    card = (
        cut(block(-95, -130, 190, 260, 10), c.SAND0, (-6, -6))
        + at(g.pumpkin(44), 0, -46)
        + line("M-60 0H60M-60 36H60M-60 72H20", c.INK500, 11, 0.7)
        + fill(block(-95, -130, 190, 22), c.CLAY400)
    )
    return stand(basket(540, 260, "#B5824A", inner, c.CLAY400, 0), 430, 970, 255) + stand(
        at(card, 0, -128, 8), 770, 1010, 90
    )
