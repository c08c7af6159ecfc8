"""Real words for the style guide, in Thai and in English; the places and people are examples."""

from datetime import UTC, datetime
from types import SimpleNamespace

from django.templatetags.static import static

PICTURES = {"lake": (600, 400), "scarf": (400, 500), "sugar": (400, 500), "honey": (400, 500)}


def card(picture, title, line="", **given):
    """What a row of network.cards gives to a list."""
    width, height = PICTURES.get(picture, (0, 0))
    return SimpleNamespace(
        **{
            "title": title,
            "line": line,
            "picture_url": static(f"styleguide/{picture}.svg") if picture else "",
            "picture_srcset": "",
            "picture_width": width,
            "picture_height": height,
            "price_satang": None,
            "progress": None,
            "place": "",
            "maker": "",
            "badges": [],
            "availability": "",
            "path": "#",
            "picture_alt": "",
            "text_language": "",
            "unit": "",
            "kind": "listing",
            **given,
        }
    )


def words(th, en):
    return {"th": th, "en": en}


GOODS = [
    ("scarf", words("ผ้าพันคอทอมือลายดอกพิกุล", "Pikul-blossom handwoven scarf"), 69000, words("เกาะยอ", "Koh Yo"), ""),
    ("sugar", words("น้ำตาลโตนดแท้ หม้อดิน", "Toddy-palm sugar in a clay pot"), 12000, words("สทิงพระ", "Sathing Phra"), ""),
    (
        "honey",
        words("น้ำผึ้งโพรงป่าเขาแก้ว", "Forest cavity honey of Khao Kaew"),
        28000,
        words("นาทวี", "Na Thawi"),
        "preorder",
    ),
    ("", words("ข้าวสังข์หยดใหม่", "New-crop Sangyod rice"), 9500, words("ระโนด", "Ranot"), "sold_out"),
]
MAKERS = words(
    ["กลุ่มทอผ้าร่มไทร", "ตาลสี่แผ่นดิน", "คนรักษ์ผึ้ง", "ชาวนาริมเล"],
    ["Rom Sai weavers", "Four Palms", "Bee Keepers", "Lakeside farmers"],
)
SEAL = words("ตรวจแล้ว", "Verified")


def goods(language):
    return [
        card(
            picture,
            name[language],
            price_satang=price,
            place=place[language],
            maker=maker,
            availability=availability,
            badges=[SEAL[language]] if number == 1 else [],
        )
        for number, ((picture, name, price, place, availability), maker) in enumerate(
            zip(GOODS, MAKERS[language], strict=True)
        )
    ]


WIDE = [
    (
        "trip",
        words("ล่องเรือเช้ากับคนหาปลาเกาะยอ", "At dawn with the fishers of Koh Yo"),
        words(
            "ยกไซ ทอดแห แล้วกินข้าวเช้าบนขนำกลางน้ำ", "Lift the traps, cast a net, then breakfast on a hut above the water."
        ),
        {"price_satang": 85000, "unit": words("ต่อคน", "per person")},
    ),
    (
        "fund",
        words("กองทุนอัตลักษณ์ชุมชนสิบหกอำเภอ", "Sixteen Districts Identity Fund"),
        words(
            "ร่วมลงทุนกับวิสาหกิจที่ทำของดีจากบ้านเกิด", "Co-invests in enterprises that build on the identity of their district."
        ),
        {"progress": 62},
    ),
    (
        "story",
        words("จากห้องประชุมท่าข้าม สู่ชานชาลาเดียวกัน", "From a meeting room in Tha Kham to one shared platform"),
        words(
            "คน 39 คนจากกว่า 30 องค์กร คุยกันว่างานดีจะส่งต่อถึงกันอย่างไร",
            "Thirty-nine people asked how good local work could reach those who need it.",
        ),
        {},
    ),
]


def wide(language):
    cards = []
    for kind, title, line, given in WIDE:
        given = {key: value[language] if key == "unit" else value for key, value in given.items()}
        cards.append(card("lake", title[language], line[language], kind=kind, place=GOODS[0][3][language], **given))
    return cards


def members(language):
    lines = words("วิสาหกิจชุมชน ทอผ้ามาแล้วสี่สิบปี", "A community enterprise, forty years at the loom")
    return [
        card(picture, name, lines[language], kind="member", place=place[language])
        for (picture, _, _, place, _), name in zip(GOODS, MAKERS[language], strict=True)
    ]


def maker(language):
    return {
        "name": MAKERS[language][0],
        "place": words("ต.เกาะยอ", "Koh Yo")[language],
        "words": words(
            "แม่ ๆ สิบสี่คนทอผ้าด้วยกี่กระตุกในบ้านไม้ริมเล ย้อมสีจากเปลือกไม้ที่เก็บเอง",
            "Fourteen mothers weave on fly-shuttle looms in a wooden house by the lake, and dye with bark they gather themselves.",
        )[language],
        "badges": words(["มผช.", "โอทอป 5 ดาว"], ["TCPS", "OTOP 5 stars"])[language],
        "path": "#",
        "picture_url": "",
    }


def split(language):
    labels = words(["ผู้ทำ", "กองทุนหมู่บ้าน", "เครือข่าย"], ["The maker", "The village fund", "The network"])
    return [
        {"label": label, "satang": satang} for label, satang in zip(labels[language], [28000, 3500, 3500], strict=True)
    ]


def facts(language):
    rows = [
        ("clock", words("ใช้เวลา", "Takes"), words("3 ชั่วโมง เริ่ม 6 โมงเช้า", "3 hours, from 06:00")),
        ("people", words("กลุ่มละ", "Group"), words("2–8 คน", "2–8 people")),
        ("language", words("ภาษา", "Languages"), words("ไทย อังกฤษ มลายู", "Thai, English, Malay")),
        ("food", words("อาหาร", "Food"), words("ฮาลาลและมังสวิรัติได้", "Halal and vegetarian possible")),
    ]
    return [{"icon": icon, "label": label[language], "value": value[language]} for icon, label, value in rows]


def moment(day, hour=9):
    return datetime(2026, 11, day, hour, 30, tzinfo=UTC)


def path_of_an_order(language):
    rows = [
        ("done", "receipt", words("รับออเดอร์", "Accepted"), moment(20), ""),
        ("done", "parcel", words("แพ็กแล้ว", "Packed"), moment(21), ""),
        (
            "current",
            "truck",
            words("ส่งแล้ว", "On its way"),
            moment(22),
            words("ไปรษณีย์ไทย EX123456785TH", "Thailand Post EX123456785TH"),
        ),
        ("next", "home", words("ถึงมือผู้รับ", "Delivered"), None, ""),
    ]
    return [
        {"state": state, "icon": icon, "label": label[language], "at": at, "note": note[language] if note else ""}
        for state, icon, label, at, note in rows
    ]


def entries(language):
    rows = [
        (21, words("ค่ากี่ทอผ้าสองหลัง", "Two looms"), words("กลุ่มทอผ้าร่มไทร", "Rom Sai weavers"), -4800000, 18600000, "#"),
        (18, words("สมทบทุน", "A pledge"), words("ไม่ประสงค์ออกนาม", "Anonymous"), 50000, 23400000, ""),
        (
            15,
            words("ส่วนแบ่งจากการขาย", "Share of a sale"),
            words("ผ้าพันคอลายดอกพิกุล", "Pikul-blossom scarf"),
            3500,
            23350000,
            "",
        ),
    ]
    return [
        {
            "day": moment(day),
            "what": what[language],
            "who": who[language],
            "amount_satang": amount,
            "balance_satang": balance,
            "document_url": document,
        }
        for day, what, who, amount, balance, document in rows
    ]
