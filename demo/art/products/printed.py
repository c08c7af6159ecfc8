"""Maps, cards, notebooks, sound and lessons."""

from demo.art import palette as c
from demo.art.gallery import lay, product, stand
from demo.art.motifs.leaves import leaf, palmyra
from demo.art.motifs.town import floor_tile, old_door, shophouse
from demo.art.paper import at, block, cut, fill, inside, lifted, line, oval, poly, wash


def old_town_map_lanes() -> str:
    return line(
        "M-110 -420C-150 -140 -60 100 -120 420M60 -420C30 -140 110 100 60 420M230 -420C210 -140 270 100 230 420M-150 -220H300M-130 30H310M-150 260H290",
        c.SAND0,
        26,
    ) + line(
        "M-110 -420C-150 -140 -60 100 -120 420M60 -420C30 -140 110 100 60 420M230 -420C210 -140 270 100 230 420",
        c.MARIGOLD200,
        5,
        1,
        "16 14",
    )


def old_town_map_spots() -> str:
    return (
        (-30, -110),
        (150, -120),
        (290, -110),
        (-30, 150),
        (160, 150),
        (-20, 380),
        (150, 370),
        (300, 150),
        (-30, -290),
    )


@product(
    "old-town-map",
    "mat",
    "sand",
    th="แผนที่ภาพวาดย่านเมืองเก่าคลี่ออก เห็นถนนสามสายริมทะเลสาบ",
    en="An unfolded illustrated map of three old streets beside the lake",
)
def old_town_map() -> str:
    page = block(-330, -400, 660, 800, 4)
    lake = fill("M-340 -410H-190C-240 -250 -150 -120 -210 40S-140 260 -220 410H-340z", c.LAKE200) + line(
        "M-320 -300q20 -14 40 0t40 0M-310 -60q20 -14 40 0t40 0M-320 180q20 -14 40 0t40 0M-310 320q20 -14 40 0",
        c.LAKE600,
        5,
        0.5,
    )
    lanes = old_town_map_lanes()
    walls = (c.CLAY400, c.LAKE400, c.MARIGOLD400, c.ROSE400, c.PALM400, c.CLAY300)
    spots = old_town_map_spots()
    houses = "".join(
        at(shophouse(84, 82, walls[i % 6], c.LAKE700 if i % 2 else c.CLAY700, c.CLAY600), x, y)
        for i, (x, y) in enumerate(spots)
    )
    trees = "".join(
        at(palmyra(56, 46, c.PALM400, c.WOOD700), x, y) for x, y in ((-170, -150), (-180, 140), (290, 370), (-176, 350))
    )
    route = (
        line("M60 -330C40 -140 105 40 86 190", c.CLAY600, 8, 1, "2 18")
        + fill("M60 -322c-40 -50 -30 -84 0 -84s40 34 0 84z", c.CLAY600)
        + fill(oval(60, -376, 12), c.SAND0)
    )
    creases = (
        "".join(
            wash(block(x, -400, 110, 800), "#FFFFFF", c.SHADOW, across=True, ends=(0.16, 0.16))
            for x in (-330, -110, 110)
        )
        + wash(block(220, -400, 110, 800), "#FFFFFF", c.SHADOW, across=True, ends=(0.1, 0.02))
        + line("M-330 0H330", c.SHADOW, 2, 0.2)
    )
    sheet = cut(page, "#F3E4C3", (-5, -6)) + inside(page, lake, lanes, houses, trees, route, creases)
    return lay(sheet, 480, 610, -6, level=4)


@product(
    "old-town-postcards",
    "mat",
    "rose",
    th="โปสการ์ดภาพประตูบานเก่าสี่ใบกางซ้อนกัน",
    en="A fan of postcards, each with an old painted door",
)
def old_town_postcards() -> str:
    looks = (
        (c.LAKE200, c.CLAY600, c.SAND0),
        (c.MARIGOLD200, c.LAKE700, c.SAND50),
        (c.CLAY200, c.PALM600, c.SAND0),
        (c.PALM200, c.ROSE700, c.SAND50),
    )

    def card(wall: str, panel: str, frame: str) -> str:
        picture = block(-150, -210, 300, 420)
        art = (
            fill(picture, wall)
            + wash(picture, "#FFFFFF", c.SHADOW, ends=(0.3, 0.12))
            + fill(block(-150, 150, 300, 60), c.shade(wall, 0.25))
            + at(old_door(132, 190, wall, panel, frame), 0, 160)
        )
        plants = at(
            fill(poly([(-26, 0), (26, 0), (20, 40), (-20, 40)]), c.CLAY600)
            + "".join(at(leaf(56, 12, c.PALM600), 0, 0, a) for a in (-140, -110, -80, -50)),
            -112,
            140,
        )
        return cut(block(-170, -230, 340, 460, 6), c.SAND0, (-5, -5)) + inside(picture, art, plants)

    places = ((300, 560, -22), (420, 510, -8), (560, 520, 7), (690, 590, 21))
    return "".join(lay(card(*look), x, y + 60, t, 1.06, 3) for look, (x, y, t) in zip(looks, places, strict=True))


@product(
    "old-town-tile-magnet",
    "disc",
    "deep",
    th="แม่เหล็กลายกระเบื้องพื้นบ้านเก่าสี่ลาย",
    en="Four magnets with the patterns of old floor tiles",
)
def tile_magnets() -> str:
    looks = (
        (c.SAND50, c.CLAY600, c.LAKE600, 0),
        (c.MARIGOLD100, c.LAKE700, c.CLAY600, 1),
        (c.LAKE100, c.LAKE700, c.MARIGOLD600, 2),
        (c.CLAY100, c.PALM600, c.CLAY600, 3),
    )
    places = ((310, 430, -5), (640, 446, 4), (322, 762, 4), (652, 776, -4))
    return "".join(
        lifted(at(floor_tile(300, *look), x, y, t), 4) for look, (x, y, t) in zip(looks, places, strict=True)
    )


def phone(w: float, h: float, screen: str, art: str) -> str:
    """A telephone upright, centred."""
    glass = block(-w / 2 + 14, -h / 2 + 14, w - 28, h - 28, 34)
    return (
        cut(block(-w / 2, -h / 2, w, h, 46), c.INK, (-6, -6))
        + inside(glass, fill(glass, screen), art)
        + fill(block(-34, -h / 2 + 26, 68, 14, 7), c.INK)
    )


@product(
    "old-town-audio-walk",
    "niche",
    "clay",
    th="โทรศัพท์แสดงเส้นทางเดินย่านเก่า กับหูฟัง",
    en="A phone showing an old-town walk, with headphones",
)
def audio_walk() -> str:
    street = (
        fill(block(-200, -330, 400, 360), c.MARIGOLD100)
        + fill(oval(90, -210, 60), c.MARIGOLD400)
        + at(shophouse(190, 180, c.CLAY300, c.LAKE700, c.CLAY600), -86, 40)
        + at(shophouse(170, 160, c.LAKE200, c.CLAY700, c.CLAY400), 100, 40)
        + fill(block(-200, 40, 400, 300), c.SAND50)
    )
    bars = line(
        "".join(
            f"M{-120 + i * 20} {150 - k}v{2 * k}"
            for i, k in enumerate((10, 22, 36, 18, 46, 30, 14, 40, 26, 50, 20, 12, 8))
        ),
        c.LAKE600,
        9,
    )
    play = fill(oval(0, 240, 40), c.CLAY600) + fill(poly([(-12, 220), (24, 240), (-12, 260)]), c.SAND0)
    mobile = phone(330, 640, c.SAND50, street + bars + play)
    band = line("M-210 60C-240 -330 240 -330 210 60", c.INK700, 34) + line(
        "M-196 20C-210 -280 210 -280 196 20", c.INK500, 8
    )
    cups = "".join(
        cut(block(s * 206 - 52, 20, 104, 190, 48), c.LAKE600, (-8, -6))
        + fill(block(s * 178 - (0 if s > 0 else 26) - (26 if s > 0 else 0) + 13, 40, 26, 150, 13), c.INK700)
        for s in (-1, 1)
    )
    return stand(at(mobile, 0, -320, 6), 400, 960, 160) + stand(at(band + cups, 0, -210, 0, 0.86), 640, 985, 190)


def beach_notebook_shore() -> str:
    return (
        fill("M-260 -350H260V-60C160 -110 80 20 -20 -20S-180 -100 -260 -30z", c.LAKE400)
        + fill(
            "M-260 -30C-180 -100 -120 -60 -20 -20S160 -110 260 -60V-10C170 -60 80 66 -20 30S-180 -50 -260 20z",
            c.SAND0,
            0.85,
        )
        + fill("M-260 30C-180 -40 -120 -4 -20 36S170 -54 260 -4V350H-260z", "#EBD3A2")
    )


@product(
    "beach-line-notebook",
    "mat",
    "lake",
    th="สมุดบันทึกแนวหาดปกลายคลื่น กับดินสอและเปลือกหอย",
    en="A field notebook with a shoreline on its cover, a pencil and shells",
)
def beach_notebook() -> str:
    cover = block(-250, -340, 500, 680, 18)
    shore = beach_notebook_shore()
    rods = (
        line("M-90 80V260M120 40V260", c.CLAY600, 12)
        + line("M-90 120v20M-90 170v20M-90 220v20M120 90v20M120 150v20M120 210v20", c.SAND0, 12)
        + line("M-90 92Q15 130 120 62", c.INK700, 4)
    )
    boat = at(fill("M-50 0H56L38 22H-34z", c.CLAY600) + line("M0 0V-54M0 -54l34 44", c.INK700, 4), 90, -190)
    strap = fill(block(196, -344, 22, 688), c.INK700, 0.85)
    pages = cut(block(-238, -330, 506, 684, 16), c.SAND0, (-3, -3))
    book = (
        pages
        + fill(cover, c.LAKE200)
        + inside(
            cover,
            shore,
            rods,
            boat,
            fill(block(-250, -340, 34, 680), c.LAKE700),
            wash(cover, "#FFFFFF", c.SHADOW, across=True, ends=(0.12, 0.12)),
        )
        + strap
    )
    pencil = (
        fill(block(-230, -13, 380, 26), c.MARIGOLD400)
        + fill(block(-230, -4, 380, 9), c.MARIGOLD600)
        + fill(poly([(150, -13), (206, 0), (150, 13)]), "#EBD3A2")
        + fill(poly([(186, -5), (206, 0), (186, 5)]), c.INK)
        + fill(block(-260, -13, 34, 26, 6), c.ROSE400)
    )
    return (
        lay(book, 450, 600, -6, level=4)
        + lay(pencil, 640, 960, -28, level=2)
        + lay(shell(), 200, 1000, -20, level=2)
        + lay(shell(), 770, 300, 30, 0.8, 2)
    )


def shell() -> str:
    """A fan shell, centred."""
    ribs = line("".join(f"M0 44L{x} -34" for x in (-52, -34, -17, 0, 17, 34, 52)), c.CLAY400, 4, 0.7)
    return (
        cut(
            "M0 50C-30 46 -76 -6 -64 -32Q-54 -46 -42 -40Q-30 -58 -16 -46Q0 -62 16 -46Q30 -58 42 -40Q54 -46 64 -32C76 -6 30 46 0 50z",
            c.CLAY100,
            (-4, -4),
        )
        + ribs
    )


@product(
    "phone-storytelling-course",
    "hills",
    "lake",
    th="โทรศัพท์บนขาตั้งกำลังถ่ายภาพต้นตาลริมนา กับไมโครโฟน",
    en="A phone on a tripod filming palms by the paddies, with a microphone",
)
def storytelling_course() -> str:
    scene = (
        fill(block(-320, -200, 640, 400), c.MARIGOLD100)
        + fill(oval(120, -40, 66), c.MARIGOLD400)
        + fill("M-320 60Q-100 0 100 40T320 20V200H-320z", c.PALM300)
        + at(palmyra(190, 130, c.PALM600, c.BARK), -150, 110)
        + at(palmyra(150, 110, c.PALM400, c.BARK), -20, 90)
        + fill("M-320 110Q0 60 320 110V200H-320z", c.PALM600)
    )
    mark = line("M-240 -110v-50h50M240 -110v-50h-50M-240 100v50h50M240 100v50h-50", c.SAND0, 9) + fill(
        oval(214, -120, 15), c.ROSE700
    )
    glass = block(-272, -150, 544, 300, 34)
    mobile = cut(block(-290, -168, 580, 336, 46), c.INK, (-6, -6)) + inside(glass, fill(glass, c.LAKE100), scene, mark)
    legs = line("M0 -300L-170 0M0 -300L170 0M0 -300L20 -10", c.INK700, 18) + cut(
        block(-44, -380, 88, 100, 18), c.INK700, (-6, 0)
    )
    mic = (
        cut(block(-38, -230, 76, 150, 38), c.CLAY600, (-8, 0))
        + line("M-36 -186H36M-36 -160H36M-36 -134H36", c.CLAY700, 5, 0.6)
        + line("M-60 -140q0 92 60 92t60 -92M0 -48V-10", c.INK700, 10)
        + fill(oval(0, -6, 60, 12), c.INK700)
    )
    return stand(legs, 460, 970, 150) + lifted(at(mobile, 460, 480), 4) + stand(mic, 740, 985, 62)
