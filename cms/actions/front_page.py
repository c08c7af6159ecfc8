"""What a new front page shows, in one language; editors change it as they like."""

TITLES = {
    "goods": {"th": "ของใหม่จากชุมชน", "en": "New from the villages"},
    "story": {"th": "เรื่องเล่าจากพื้นที่", "en": "Stories from the places"},
    "funds": {"th": "กองทุนที่กำลังเติม", "en": "Funds that are filling"},
    "trips": {"th": "ไปเยือนถึงบ้าน", "en": "Visit them at home"},
    "map": {"th": "รู้จักทุกอำเภอ", "en": "Know every district"},
    "map_text": {
        "th": "แผนที่ลายทอ หนึ่งดอกคือหนึ่งอำเภอ วางใกล้เคียงตำแหน่งจริง",
        "en": "A woven map: each diamond is a district, about where it lies.",
    },
    "books": {"th": "บัญชีเปิด ดูได้ทุกบาท", "en": "Open books, to the last baht"},
    "books_text": {
        "th": "เงินเข้า เงินออก ของทุกกองทุนลงบัญชีคู่ที่แก้ย้อนหลังไม่ได้ ใครก็เปิดดู ดาวน์โหลด และตรวจเองได้",
        "en": "Whatever enters or leaves a fund is booked twice and can never be rewritten."
        " Anyone may read it, download it and check it.",
    },
}


def front_page(language):
    """The blocks of a new front page."""
    said = {name: texts[language] for name, texts in TITLES.items()}
    return [
        ("ways", None),
        ("live_cards", live(said["goods"], "shelf", "listing", 8)),
        ("live_cards", live(said["story"], "lead", "story", 6)),
        ("live_cards", live(said["funds"], "water", "fund", 6)),
        ("live_cards", live(said["trips"], "shelf", "trip", 8)),
        ("district_map", {"title": said["map"], "text": said["map_text"]}),
        ("books", {"title": said["books"], "text": said["books_text"]}),
    ]


def live(title, look, kind, newest):
    query = {"kinds": [kind], "district": "", "dimension": "", "maker": "", "newest": newest}
    return {"title": title, "look": look, "refs": [], "query": query}
