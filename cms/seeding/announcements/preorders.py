from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed, ref_of
from ..words import cards, day, facts, paragraphs, say

SHIPPING = {
    "ambient": ("ส่งทางพัสดุ", "By parcel"),
    "fresh": ("ส่งเร็วหรือรับเอง", "Fast parcel or pick-up"),
    "chilled": ("ส่งแบบเย็น", "Chilled parcel"),
    "pickup": ("รับที่จุดนัด", "Pick-up"),
}


def seeds(known):
    stories = known.content("stories")["stories"]
    for row in known.content("products")["products"]:
        if row["product_class"] == "preorder":
            fields = known.who("preorder", row["enterprise"]) | {"price_satang": row["price_thb"] * 100}
            related = cards(ref_of("story", story["key"]) for story in stories if row["key"] in story["products"])
            texts = {language: texts_of(row, language, related) for language in LANGUAGES}
            yield Seed("market", AnnouncementPage, "preorder", row["key"], texts, ("products", row["key"]), fields)


def texts_of(row, language, related):
    terms, unit = row["preorder"], row["unit"][language]
    opens, closes = (day(terms[name], language) for name in ("opens_in_days", "closes_in_days"))
    batch, deposit = terms["minimum_batch"], terms["deposit_percent"]
    return {
        "title": row["name"][language],
        "line": row["description"][language],
        "unit": unit,
        "season": row["seasonality"][language],
        "facts": facts(
            language,
            round=f"{opens} – {closes}",
            ready=say(
                language,
                f"ราว {day(terms['ready_in_days'], language)}",
                f"About {day(terms['ready_in_days'], language)}",
            ),
            deposit=f"{deposit}%",
            batch=say(language, f"{batch} หน่วย ถ้าไม่ถึงคืนเงินเต็มจำนวน", f"{batch} units; below that all money returns"),
            delivery=SHIPPING[row["shipping_class"]][language != "th"],
            origin=row["origin"][language],
        ),
        "body": paragraphs(
            say(
                language,
                "ตะกร้าสั่งจองล่วงหน้าในเว็บกำลังจะเปิด ระหว่างนี้สอบถามและฝากชื่อไว้กับผู้ผลิตได้",
                "Ordering ahead on this site will open soon. Until then, ask the maker and leave your name.",
            )
        ),
        "related": related,
    }
