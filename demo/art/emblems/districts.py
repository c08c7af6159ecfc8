"""One emblem for each district: what it is known for, in the diamond of Koh Yo's weave."""

from demo.art import palette as c
from demo.art.emblems import things as t
from demo.art.gallery import picture
from demo.art.motifs import great_fruit, winged
from demo.art.paper import at, block, fill, ghost, lifted, line, poly, tiled, wash

SIZE = (400, 400)
EMBLEMS = {
    "mueang-songkhla": (t.old_town, c.CLAY400, "ตึกเก่าเมืองสงขลา", "A Songkhla shophouse"),
    "sathing-phra": (t.sugar_palm, c.PALM400, "ต้นตาลโตนด", "A toddy palm"),
    "chana": (t.zebra_dove, c.MARIGOLD600, "นกเขาชวา", "A zebra dove"),
    "na-thawi": (t.rubber_cup, c.PALM600, "ต้นยางพารา", "A rubber tree"),
    "thepha": (t.nipa, c.LAKE600, "กอจาก", "Nipa palms"),
    "saba-yoi": (lambda: at(great_fruit.champedak_open(120, 190), 0, 96), c.CLAY600, "จำปาดะ", "A champedak"),
    "ranot": (t.market_canal, c.LAKE400, "สะพานคลองแดน", "A bridge at Khlong Daen"),
    "krasae-sin": (t.lake_rice, c.MARIGOLD400, "รวงข้าวริมทะเลสาบ", "Rice beside the lake"),
    "rattaphum": (t.waterfall, c.LAKE700, "น้ำตก", "A waterfall"),
    "sadao": (t.border_gate, c.CLAY300, "ประตูเมืองชายแดน", "A border-town gate"),
    "hat-yai": (t.walking_train, c.INDIGO, "รถไฟหาดใหญ่", "A train at Hat Yai"),
    "na-mom": (lambda: at(great_fruit.durian(150), 0, 84), c.PALM300, "ทุเรียนพื้นบ้าน", "A native durian"),
    "khuan-niang": (t.three_water_fish, c.LAKE300, "ปลากะพงสามน้ำ", "A three-water sea bass"),
    "bang-klam": (t.sapodillas, c.WOOD, "ละมุด", "Sapodilla fruit"),
    "singhanakhon": (t.hill_pagodas, c.ROSE400, "เจดีย์เขาแดงเขาน้อย", "Pagodas on the hills"),
    "khlong-hoi-khong": (lambda: at(winged.bee(170), 0, 10, -14), c.MARIGOLD400, "ผึ้งโพรง", "A native bee"),
}


def stepped_diamond(reach: int, step: int) -> str:
    """A diamond with woven steps for edges, centred on (200, 200)."""
    count = reach // step
    quarter = []
    for i in range(count):
        quarter += [
            (i * step, -reach + i * step),
            (i * step, -reach + (i + 1) * step),
            ((i + 1) * step, -reach + (i + 1) * step),
        ]
    turned = quarter
    points = []
    for _ in range(4):
        points += turned
        turned = [(-y, x) for x, y in turned]
    return poly([(200 + x, 200 + y) for x, y in points])


def diamond_frame(colour: str) -> str:
    ground = block(0, 0, 400, 400)
    lattice = ghost(
        tiled(ground, line("M0 20L20 0 40 20 20 40zM12 20L20 12 28 20 20 28z", "#FFFFFF", 2.5), 40, 40), 0.22
    )
    outer, inner = stepped_diamond(196, 14), stepped_diamond(168, 12)
    light = fill(inner, c.SAND50) + wash(inner, "#FFFFFF", colour, ends=(0.6, 0.3))
    return (
        wash(ground, c.tint(colour, 0.2), c.shade(colour, 0.1))
        + lattice
        + lifted(fill(outer, c.shade(colour, 0.28)), 2)
        + light
    )


def emblem_of(key: str) -> None:
    thing, colour, th, en = EMBLEMS[key]

    @picture("districts", key, SIZE, th=f"{th} ในกรอบลายลูกแก้ว", en=f"{en} in a woven diamond")
    def layers() -> str:
        return diamond_frame(colour) + lifted(at(thing(), 200, 200, 0, 0.98), 2)


for district in EMBLEMS:
    emblem_of(district)
