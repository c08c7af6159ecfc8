from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed, ref_of
from ..words import cards, facts, paragraphs, say, tongues

TYPES = {
    "guide": ("คู่มือ", "Guide"),
    "video-course": ("บทเรียนวิดีโอ", "Video course"),
    "tool": ("เครื่องมือ", "Tool"),
    "checklist": ("รายการตรวจ", "Checklist"),
    "template": ("แบบฟอร์ม", "Template"),
}
LEVELS = {
    "beginner": ("เริ่มต้น", "For beginners"),
    "intermediate": ("มีพื้นฐานแล้ว", "For those with some practice"),
}


def seeds(known):
    for row in known.content("resources")["resources"]:
        fields = known.who("resource", row["organisation"])
        related = cards([*(ref_of("event", key) for key in row["events"]), *map(known.products.get, row["products"])])
        texts = {language: texts_of(row, language, related) for language in LANGUAGES}
        yield Seed("learn", AnnouncementPage, "resource", row["key"], texts, (), fields)


def texts_of(row, language, related):
    side = language != "th"
    return {
        "title": row["title"][language],
        "line": row["description"][language],
        "facts": facts(
            language,
            type=TYPES[row["type"]][side],
            level=LEVELS[row["level"]][side],
            duration=say(language, f"{row['minutes']} นาที", f"{row['minutes']} minutes"),
            languages=tongues(row["languages"], language),
            licence=row["licence"],
        ),
        "body": paragraphs(
            say(
                language,
                "ไฟล์ฉบับดาวน์โหลดกำลังเตรียมขึ้นเว็บ ระหว่างนี้ขอได้จากองค์กรเจ้าของ",
                "The file is being prepared for download. Until then, ask the organisation that made it.",
            )
        ),
        "related": related,
    }
