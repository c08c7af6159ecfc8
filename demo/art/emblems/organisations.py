"""One emblem for each organisation: a thing of its work under an old-town fanlight."""

import json
from pathlib import Path

from demo.art import palette as c
from demo.art.emblems import things as t
from demo.art.gallery import picture
from demo.art.paper import at, block, cut, fill, ghost, inside, lifted, line, polar, smooth, wash

CONTENT = Path(__file__).resolve().parents[2] / "content"
SIZE = (400, 400)
DIMENSIONS = {
    "creative-economy": (c.CLAY600, c.CLAY200, c.CLAY50),
    "sustainable-environment": (c.PALM600, c.PALM200, c.PALM50),
    "happy-society": (c.MARIGOLD700, c.MARIGOLD200, c.MARIGOLD50),
}
PETALS = {
    "community-enterprise": 9, "social-enterprise": 11, "cooperative": 7, "network": 13,
    "volunteer-group": 5, "academic": 11, "local-government": 7, "media": 13,
}  # fmt: skip
EMBLEMS = {
    "songkhla-civic-network": (t.joined_rings, "ผู้คนจับมือกันเป็นวงกลม", "People joined in a ring"),
    "songkhla-community-college": (t.open_book, "หนังสือเปิดมีต้นกล้างอก", "A seedling growing from an open book"),
    "ysf-network": (t.young_plant, "ต้นกล้าบนดินดี", "A young plant in good soil"),
    "sustainable-agriculture-federation": (t.rice_and_leaf, "รวงข้าวกับใบไม้", "Ears of rice and a leaf"),
    "tha-kham-local-government": (t.ferry_boat, "เรือข้ามฟาก", "A ferry boat"),
    "koyo-pikul-weavers": (t.woven_cloth, "ผ้าทอลายดอกพิกุล", "Pikul-blossom cloth"),
    "node-wan-sathing-phra": (t.sugar_palm, "ต้นตาลโตนด", "A toddy palm"),
    "yai-node-craft": (t.fibre_hat, "หมวกสานใยตาล", "A palmyra-fibre hat"),
    "yan-kao-retold": (t.retold_door, "ประตูบานเก่า", "An old door"),
    "walk-hat-yai": (t.walking_train, "รถไฟเข้าสถานี", "A train coming in"),
    "sam-khlong-khlong-daen": (t.market_canal, "สะพานข้ามคลองกับโคมไฟ", "A canal bridge with lamps"),
    "krasae-sin-lake-rice": (t.lake_rice, "รวงข้าวริมทะเลสาบ", "Rice beside the lake"),
    "phumi-cacao": (t.cacao, "ฝักโกโก้ผ่าครึ่ง", "A cacao pod, cut open"),
    "bang-klam-sapodilla": (t.sapodillas, "ผลละมุด", "Sapodilla fruit"),
    "sabayoi-coffee-champedak": (t.coffee_and_champedak, "จำปาดะกับเมล็ดกาแฟ", "Champedak and coffee beans"),
    "chana-somchuk-keepers": (t.neck_orange, "ส้มจุกมีใบ", "A som chuk with its leaves"),
    "thepha-nipa-weavers": (t.nipa, "กอจาก", "A clump of nipa palm"),
    "na-mom-somrom": (t.mixed_orchard, "ทุเรียน มังคุด และลองกอง", "Durian, mangosteen and longkong"),
    "border-kitchen-padang-besar": (t.border_mortar, "ครกหินกับพริก", "A stone mortar and a chilli"),
    "na-thawi-green-rubber": (t.rubber_cup, "ต้นยางกับถ้วยน้ำยาง", "A rubber tree and its cup"),
    "singhanakhon-lake-kitchen": (t.light_mango, "มะม่วงเบา", "A light mango"),
    "hatyai-futures-market": (t.veg_basket, "ตะกร้าผัก", "A basket of vegetables"),
    "bo-yang-city-garden": (t.bottle_plant, "ผักในขวดน้ำตัด", "Greens in a cut bottle"),
    "phumi-watershed-friends": (t.weir, "ฝายมีชีวิต", "A living weir"),
    "our-beach-watch": (t.beach_poles, "ไม้วัดแนวหาด", "Beach-measuring poles"),
    "hill-heritage-circle": (t.hill_pagodas, "เจดีย์สององค์บนเขา", "Two pagodas on a hill"),
    "chana-crab-bank": (t.blue_crab, "ปูม้า", "A blue crab"),
    "three-water-fishers": (t.three_water_fish, "ปลากะพงเหนือสามสายน้ำ", "A sea bass over three waters"),
    "stingless-bee-khlong-hoi-khong": (t.wild_bee, "ผึ้งบนรวง", "A bee on its comb"),
    "khuan-lang-climate-team": (t.cloud_and_heat, "ดวงอาทิตย์หลังเมฆฝน", "The sun behind a rain cloud"),
    "un-jai-senior-care": (t.warm_yarn, "ไหมพรมกับไม้ถัก", "Yarn and knitting needles"),
    "phatong-healthy-market": (t.healthy_stall, "ฟักทองกับผักสด", "A pumpkin and fresh greens"),
    "songkhla-volunteer-hub": (t.helping_hands, "หัวใจที่มีสองสายน้ำ", "A heart holding two waters"),
    "kao-saen-fisher-women": (t.shore_women, "ยอกับปลาหวาน", "A lift net and a small fish"),
    "ngan-mue-phuean": (t.craft_house, "บ้านงานฝีมือ", "A craft house"),
    "zero-baht-khlong-hae": (t.swap_bag, "กระเป๋าเย็บจากป้ายเก่า", "A bag sewn from old banners"),
    "song-le-media": (t.community_radio, "ไมโครโฟนกับคลื่นเสียง", "A microphone and its waves"),
}


def fanlight_frame_glass(deep: str, pale: str, petals: int) -> str:
    return "".join(
        fill(
            smooth(
                [
                    polar(200, 214, 128, a + 2),
                    polar(200, 214, 170, a + 1),
                    polar(200, 214, 186, a + step / 2),
                    polar(200, 214, 170, a + step - 1),
                    polar(200, 214, 128, a + step - 2),
                ]
            ),
            pale if i % 2 else c.tint(deep, 0.28),
        )
        for i, (a, step) in enumerate((180 + k * 180 / petals, 180 / petals) for k in range(petals))
    )


def fanlight_frame(deep: str, middle: str, pale: str, petals: int) -> str:
    """Petals of coloured glass over a round opening, and a sill."""
    ground = wash(block(0, 0, 400, 400), middle, c.mix(middle, deep, 0.25))
    glass = fanlight_frame_glass(deep, pale, petals)
    sill = cut(block(20, 330, 360, 26, 8), deep, (0, -6)) + ghost(
        line(
            "M40 343l12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8 12 -8 12 8",
            pale,
            3,
        ),
        0.7,
    )
    arch = cut("M8 334V214A192 192 0 0 1 392 214V334z", deep, (-4, -6))
    hollow = "M76 330V214A124 124 0 0 1 324 214V330z"
    return (
        ground
        + lifted(arch, 2)
        + glass
        + inside(
            "M8 334V214H392V334z",
            fill(block(22, 222, 46, 110), c.tint(deep, 0.16)),
            fill(block(332, 222, 46, 110), c.tint(deep, 0.16)),
        )
        + fill(hollow, pale)
        + wash(hollow, "#FFFFFF", middle, ends=(0.7, 0.5))
        + sill
    )


def emblem_of(key: str, dimension: str, kind: str) -> None:
    thing, th, en = EMBLEMS[key]
    frame = fanlight_frame(*DIMENSIONS[dimension], PETALS[kind])

    @picture("organisations", key, SIZE, th=f"{th} ใต้ช่องแสงบานเก่า", en=f"{en} under an old-town fanlight")
    def layers() -> str:
        return frame + lifted(at(thing(), 200, 226), 2)


for organisation in json.loads((CONTENT / "organisations.json").read_text(encoding="utf-8"))["organisations"]:
    emblem_of(organisation["key"], organisation["dimension"], organisation["type"])
