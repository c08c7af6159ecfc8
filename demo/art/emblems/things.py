"""The things emblems show, each centred on (0, 0) in a square of about 200."""

from demo.art import palette as c
from demo.art.motifs import creatures, fruit, garden, great_fruit, winged
from demo.art.motifs.cloth import basket, clothed, pikul
from demo.art.motifs.craft import lift_net, long_boat, sandbag
from demo.art.motifs.leaves import bundle, fan_leaf, feather_frond, leaf, palmyra, rice_ear
from demo.art.motifs.people import Look, person
from demo.art.motifs.town import bridge, old_door, pagoda, shophouse, stilt_house
from demo.art.motifs.vessels import bowl, mortar
from demo.art.paper import at, block, cut, fill, inside, line, oval, polar, poly, smooth
from demo.art.products.textiles import yarn
from demo.art.scenes.town import train


def joined_rings() -> str:
    """Six people in a ring, hand in hand, seen from above."""
    tones = (c.CLAY400, c.LAKE600, c.MARIGOLD400, c.PALM400, c.ROSE400, c.LAKE300)
    ring = line(oval(0, 0, 62), c.SAND500, 9)
    return (
        ring
        + "".join(cut(oval(*polar(0, 0, 62, i * 60 - 90), 25), tone, (-4, -4)) for i, tone in enumerate(tones))
        + fill(oval(0, 0, 16), c.MARIGOLD400)
    )


def open_book() -> str:
    page = "M0 -40C-30 -66 -80 -60 -96 -50V46C-80 36 -30 32 0 56z"
    pages = cut(page, c.SAND0, (-4, -4)) + at(cut(page, c.SAND50, (4, -4)), 0, 0, flip=True)
    rows = line("M-78 -26q30 -8 60 6M-78 0q30 -8 60 6M78 -26q-30 -8 -60 6M78 0q-30 -8 -60 6", c.LAKE600, 6, 0.6)
    return (
        at(
            fill(
                "M0 -30C-36 -60 -90 -52 -106 -40V62C-80 48 -30 46 0 70C30 46 80 48 106 62V-40C90 -52 36 -60 0 -30z",
                c.LAKE700,
            ),
            0,
            0,
        )
        + pages
        + rows
        + at(garden.seedling(70), 0, -44)
    )


def young_plant() -> str:
    return at(garden.seedling(150), 0, 46) + fill("M-90 46Q0 14 90 46Q60 84 0 84T-90 46z", "#6B4A34")


def rice_and_leaf() -> str:
    return at(bundle(rice_ear(170, "#D9A441", c.PALM400), 3, 44, "fed"), -20, 84) + at(
        leaf(120, 36, c.PALM400), -14, 70, -150
    )


def ferry_boat() -> str:
    return (
        fill("M-110 34q28 -16 55 0t55 0 55 0 55 0V80H-110z", c.LAKE400)
        + at(person(110, Look(c.MARIGOLD400, c.INDIGO, head="ngop"), sarong=False), -20, 24)
        + at(long_boat(190, c.CLAY600, c.SAND0, False), -6, 36)
    )


def woven_cloth() -> str:
    d = smooth([(-84, -60), (84, -74), (90, 60), (-78, 76)])
    return (
        cut(d, c.LAKE600, (-6, -6))
        + clothed(d, c.LAKE600, pikul(c.MARIGOLD200, c.SAND0, 44))
        + line("M-80 40L88 26M-80 54L88 40", c.CLAY400, 6)
    )


def sugar_palm() -> str:
    return at(palmyra(150, 74, c.PALM400, c.WOOD700), 0, 96)


def fibre_hat() -> str:
    return (
        at(fan_leaf(96, c.STRAW600, c.WOOD700, 200, 15), 0, 40)
        + cut(oval(0, 46, 96, 22), c.STRAW, (0, -5))
        + cut("M-46 44C-50 -20 -30 -44 0 -44S50 -20 46 44z", c.STRAW, (-6, 0))
        + fill("M-46 20Q0 36 46 20V44Q0 58 -46 44z", c.CLAY600)
    )


def retold_door() -> str:
    return at(old_door(88, 106, c.SAND100, c.LAKE700, c.SAND50), 0, 84)


def walking_train() -> str:
    return at(train(520, c.SAND50, c.CLAY600), 104, 46, 0, 0.42, True) + line("M-110 46H110", c.INK700, 5)


def market_canal() -> str:
    return (
        at(bridge(190, 34, c.WOOD), 0, 14)
        + fill("M-110 26q28 -16 55 0t55 0 55 0 55 0V84H-110z", c.LAKE400)
        + fill(oval(-50, -40, 18), c.MARIGOLD400)
        + fill(oval(40, -58, 14), c.MARIGOLD200)
        + line("M-110 -76Q0 -30 110 -86", c.INK700, 3)
    )


def lake_rice() -> str:
    return fill("M-110 40q28 -14 55 0t55 0 55 0 55 0V84H-110z", c.LAKE400) + at(
        bundle(rice_ear(170, "#D9A441", c.PALM400), 5, 60, "lake"), -16, 60
    )


def cacao() -> str:
    return at(fruit.cacao_pod(170, "#B4531F"), -12, -22, -30) + at(fruit.cacao_half(120, "#C98A2E"), 30, 48, -8)


def sapodillas() -> str:
    return at(fruit.sapodilla(50), -34, 66) + at(fruit.sapodilla_half(50), 46, 24)


def coffee_and_champedak() -> str:
    return (
        at(great_fruit.champedak_open(96, 160), 34, 84, 8)
        + at(garden.coffee_bean(70), -54, 40, -40)
        + at(garden.coffee_bean(58), -66, -16, 20)
    )


def neck_orange() -> str:
    return at(fruit.somchuk(62), 0, 86)


def nipa() -> str:
    return "".join(
        at(feather_frond(120, tone, c.PALM800, 11), -10, 84, t, flip=f)
        for t, f, tone in (
            (-78, False, c.PALM600),
            (-48, False, c.PALM400),
            (74, True, c.PALM600),
            (46, True, c.PALM400),
        )
    )


def mixed_orchard() -> str:
    return at(great_fruit.durian(104), -36, 74) + at(fruit.mangosteen(36), 52, 78) + at(fruit.longkong(16, 9), 44, 12)


def border_mortar() -> str:
    return at(mortar(140, 106, "#868782", "#D9812A"), -10, 84) + at(garden.chilli(70), 40, 76, 10)


def rubber_cup() -> str:
    trunk = cut(block(-30, -110, 60, 210), c.WOOD, (-9, 0))
    return (
        trunk
        + line("M-28 -40L26 -10M-28 -20L26 10M-28 0L26 30", c.SAND0, 5)
        + line("M22 32L36 44", c.SAND0, 6)
        + at(bowl(76, 44, c.CLAY600, fill(oval(0, 4, 32, 8), "#FFFDF6")), 40, 92)
        + at(leaf(74, 22, c.PALM400), -26, -70, -160)
        + at(leaf(74, 22, c.PALM600), 28, -78, -20)
    )


def light_mango() -> str:
    return (
        at(fruit.mango(74), -10, 58)
        + at(leaf(110, 28, c.PALM600), -74, -34, -24)
        + at(leaf(90, 24, c.PALM400), -74, -34, 30)
    )


def veg_basket() -> str:
    inner = (
        at(garden.greens(94, c.PALM400), -30, 20, -8)
        + at(garden.greens(90, "#8FBF57"), 32, 20, 8)
        + at(garden.tomato(20), 0, 22)
    )
    return at(basket(160, 84, c.STRAW600, inner, c.PALM600), 0, 84)


def bottle_plant() -> str:
    cup_ = "M-46 -6H46V56Q46 76 26 80H-26Q-46 76 -46 56z"
    return (
        at(garden.greens(120, c.PALM400), 0, 16)
        + fill(cup_, c.LAKE100, 0.8)
        + inside(cup_, fill(block(-50, 14, 100, 80), "#5B4030"))
        + line(cup_, "#FFFFFF", 5, 0.7)
    )


def weir() -> str:
    return (
        fill("M-110 10q28 -16 55 0t55 0 55 0 55 0V84H-110z", c.LAKE400)
        + line("".join(f"M{x} 40V-60" for x in range(-84, 100, 24)), c.WOOD, 11)
        + "".join(at(sandbag(58, "#D9C59E"), x, y) for x, y in ((-64, 52), (-6, 54), (52, 52), (-36, 32), (24, 32)))
    )


def beach_poles() -> str:
    def pole(x: float) -> str:
        return cut(block(x - 9, -90, 18, 150, 4), c.SAND0, (-4, 0)) + "".join(
            fill(block(x - 9, y, 18, 24), c.CLAY600) for y in (-66, -18, 30)
        )

    return (
        fill("M-110 30C-50 10 40 54 110 26V84H-110z", "#E3C792")
        + fill("M-110 30C-50 10 40 54 110 26V10C40 36 -50 -6 -110 14z", c.LAKE300)
        + pole(-56)
        + pole(56)
        + line("M-56 -62Q0 -40 56 -62", c.INK, 4)
    )


def hill_pagodas() -> str:
    return (
        at(pagoda(110, "#E8D8BC"), -38, 44)
        + at(pagoda(92, "#4A4540"), 40, 48)
        + fill("M-110 60Q-40 20 20 46T110 44V90H-110z", c.PALM400)
    )


def blue_crab() -> str:
    return at(creatures.crab(186, "#4C7FA6", "#3C6690"), 0, 18)


def three_water_fish() -> str:
    return "".join(
        line(f"M-96 {y}q24 -13 48 0t48 0 48 0 48 0", tone, 7)
        for y, tone in ((44, c.LAKE300), (62, c.LAKE400), (80, c.LAKE600))
    ) + at(creatures.fish(188, "#66808E", "#EAF0F0"), 0, -16)


def wild_bee() -> str:
    cells = "".join(
        cut(poly([polar(x, y, 30, a + 30) for a in range(0, 360, 60)]), tone, (-3, -3))
        for x, y, tone in (
            (-54, 46, c.MARIGOLD400),
            (0, 46, c.MARIGOLD200),
            (54, 46, c.MARIGOLD400),
            (-27, 0, c.MARIGOLD200),
            (27, 0, c.MARIGOLD600),
        )
    )
    return cells + at(winged.bee(92), 14, -38, -14)


def cloud_and_heat() -> str:
    rays = line(
        "".join(
            "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*polar(34, -30, 50, a), *polar(34, -30, 66, a))
            for a in range(0, 360, 30)
        ),
        c.MARIGOLD400,
        7,
    )
    return (
        rays
        + fill(oval(34, -30, 40), c.MARIGOLD400)
        + cut("M-90 40q-10 -44 32 -50q14 -44 58 -26q44 -6 42 36q30 6 20 40z", c.LAKE100, (-4, -6))
        + line("M-60 60l-8 22M-20 60l-8 22M20 60l-8 22", c.LAKE600, 7)
    )


def warm_yarn() -> str:
    return (
        at(yarn(62, c.CLAY400), -10, 76)
        + line("M30 -80L-30 40M60 -70L10 50", c.WOOD700, 8)
        + fill(oval(30, -82, 9), c.MARIGOLD400)
        + fill(oval(60, -72, 9), c.MARIGOLD400)
    )


def healthy_stall() -> str:
    return at(garden.pumpkin(58), -30, 74) + at(garden.greens(120, c.PALM400), 46, 78, 8) + at(garden.tomato(26), 4, 82)


def helping_hands() -> str:
    heart = "M0 76C-96 16 -96 -62 -44 -66C-14 -68 0 -42 0 -34C0 -42 14 -68 44 -66C96 -62 96 16 0 76z"
    return cut(heart, c.CLAY400, (-7, -7)) + inside(
        heart,
        "".join(
            fill(f"M-110 {y}q28 -16 55 0t55 0 55 0 55 0V110H-110z", tone, see)
            for y, tone, see in ((4, c.LAKE300, 0.9), (32, c.LAKE600, 0.9))
        ),
    )


def shore_women() -> str:
    return (
        at(lift_net(130, c.LAKE900, c.LAKE700), -14, 60)
        + fill("M-110 44q28 -14 55 0t55 0 55 0 55 0V86H-110z", c.LAKE400)
        + at(creatures.small_fish(80, c.MARIGOLD400), 24, 66)
    )


def craft_house() -> str:
    return at(stilt_house(150, 130, c.WOOD, c.CLAY600, "#FFDF9A"), 0, 72)


def swap_bag() -> str:
    d = poly([(-62, -40), (62, -40), (54, 76), (-54, 76)])
    return (
        line("M-30 -34C-34 -96 34 -96 30 -34", c.INK700, 11)
        + cut(d, c.LAKE600, (-6, -6))
        + inside(d, fill("M-70-50H0L-10 20-70 40z", c.CLAY400), fill("M0-50H70V10L-10 20z", c.MARIGOLD400))
        + line("M-62 24L-10 20 60 8M-10 20L0 -40", c.SAND0, 4, 0.9, "9 7")
    )


def community_radio() -> str:
    mic = cut(block(-30, -84, 60, 104, 30), c.CLAY600, (-7, 0)) + line("M-28 -50H28M-28 -30H28", c.CLAY700, 5, 0.6)
    return (
        mic
        + line("M-52 -16q0 62 52 62t52 -62M0 46V80M-30 82H30", c.INK700, 9)
        + line("M-84 -70q-20 40 0 80M84 -70q20 40 0 80", c.LAKE600, 8)
    )


def old_town() -> str:
    return at(shophouse(140, 136, "#F2C9A8", c.LAKE700, c.CLAY600), 0, 82)


def zebra_dove() -> str:
    return at(winged.dove(180, "#D8C4AC", "#9C8468"), 0, 6) + line("M-90 42Q0 30 100 46", c.BARK, 9)


def waterfall() -> str:
    return (
        fill("M-110 90V-20Q-70 -90 -30 -60V90z", c.PALM600)
        + fill("M110 90V-30Q80 -96 30 -60V90z", c.PALM400)
        + fill("M-32 -62Q0 -76 32 -62L46 70H-46z", c.LAKE100)
        + line("M-14 -56L-22 60M4 -60V60M20 -56L28 60", c.LAKE300, 6)
        + fill(oval(0, 74, 96, 18), c.LAKE300)
    )


def border_gate() -> str:
    return (
        cut(block(-84, -50, 30, 130), c.CLAY600, (-5, 0))
        + cut(block(54, -50, 30, 130), c.CLAY600, (-5, 0))
        + cut(poly([(-110, -46), (-84, -84), (84, -84), (110, -46)]), c.LAKE700, (-4, -4))
        + fill(poly([(-30, 80), (-8, -30), (8, -30), (30, 80)]), c.SAND300)
        + line("M0 70V40M0 20V0", c.SAND0, 5)
    )
