"""Words that the demo's pages share, and small makers of blocks."""

from datetime import timedelta
from html import escape

from django.utils.translation import override

from network.clock import now
from network.words.dates import thai_date
from network.words.money import format_money

LABELS = {
    "duration": ("ใช้เวลา", "Takes"),
    "group": ("กลุ่มละ", "Group"),
    "languages": ("ภาษาที่ใช้", "Languages"),
    "meeting": ("จุดนัดพบ", "Meeting point"),
    "includes": ("ราคานี้รวม", "The price includes"),
    "child": ("ราคาเด็ก", "Children"),
    "notice": ("จองล่วงหน้า", "Tell them before"),
    "cancel": ("ยกเลิก", "Cancelling"),
    "access": ("การเข้าถึง", "Getting around"),
    "share": ("คืนสู่ชุมชน", "Given back"),
    "note": ("โปรดทราบ", "Please note"),
    "minimum": ("ขั้นต่ำที่ต้องได้", "Needs at least"),
    "optimum": ("ถ้าได้เต็มที่", "Would love to have"),
    "closes": ("ปิดรับ", "Closes"),
    "mode": ("ถ้าไม่ถึงขั้นต่ำ", "Below the minimum"),
    "state": ("สถานะ", "State"),
    "when": ("วันและเวลา", "When"),
    "again": ("จัดเป็นประจำ", "Comes again"),
    "venue": ("สถานที่", "Where"),
    "seats": ("รับได้", "Places"),
    "fee": ("ค่าเข้าร่วม", "Fee"),
    "live": ("ถ่ายทอดสด", "Live stream"),
    "type": ("ประเภท", "Kind"),
    "level": ("ระดับ", "Level"),
    "licence": ("สัญญาอนุญาต", "Licence"),
    "now": ("ล่าสุด", "Now"),
    "start": ("เริ่มต้น", "Start"),
    "target": ("เป้าหมาย", "Target"),
    "method": ("วิธีวัด", "How it is measured"),
    "commitment": ("ช่วยนานแค่ไหน", "How long"),
    "age": ("อายุ", "Age"),
    "perks": ("ดูแลอาสา", "In return"),
    "safety": ("ความปลอดภัย", "Safety"),
    "round": ("รอบสั่งจอง", "Order round"),
    "ready": ("รับของ", "Ready"),
    "deposit": ("มัดจำ", "Deposit"),
    "batch": ("เปิดรอบเมื่อครบ", "Goes ahead from"),
    "origin": ("ที่มา", "Origin"),
    "delivery": ("การส่ง", "Delivery"),
}
ICONS = {
    "duration": "clock",
    "group": "people",
    "languages": "language",
    "meeting": "place",
    "includes": "check",
    "child": "people",
    "notice": "calendar",
    "cancel": "info",
    "access": "walk",
    "share": "leaf",
    "minimum": "coins",
    "optimum": "coins",
    "closes": "calendar",
    "when": "calendar",
    "again": "calendar",
    "venue": "place",
    "seats": "people",
    "fee": "coins",
    "type": "tag",
    "level": "grid",
    "licence": "info",
    "now": "grid",
    "target": "grid",
    "start": "grid",
    "commitment": "clock",
    "age": "people",
    "perks": "food",
    "safety": "check",
    "round": "calendar",
    "ready": "calendar",
    "deposit": "coins",
    "batch": "people",
    "origin": "leaf",
    "delivery": "walk",
}
TONGUES = {
    "th": ("ไทย", "Thai"),
    "en": ("อังกฤษ", "English"),
    "ms": ("มลายู", "Malay"),
    "zh": ("จีน", "Chinese"),
}
SIDE = {"th": 0, "en": 1}


def say(language, thai, english):
    return thai if language == "th" else english


def fact(name, value, language):
    """A line of the list of facts, or nothing for nothing."""
    if not value:
        return []
    label = LABELS[name][SIDE[language]]
    return [("fact", {"icon": ICONS.get(name, "info"), "label": label, "value": value})]


def facts(language, **values):
    return [line for name, value in values.items() for line in fact(name, value, language)]


def paragraphs(*texts):
    return [("paragraph", f"<p>{escape(text)}</p>") for text in texts if text]


def steps(title, rows):
    return [("steps", {"title": title, "rows": rows})] if rows else []


def cards(refs):
    return [("card", ref) for ref in refs if ref]


def tongues(codes, language):
    return " · ".join(TONGUES[code][SIDE[language]] for code in codes)


def baht(amount, language):
    with override(language):
        return format_money(amount * 100)


def day(days, language):
    """The day so many days from now, in words."""
    return thai_date(now() + timedelta(days=days), language, long=True)
