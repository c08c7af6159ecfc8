from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed, ref_of
from ..words import cards, day, facts, paragraphs, say

SAFEGUARDS = {
    "id-check": ("ตรวจบัตรประชาชน", "identity check"),
    "training": ("อบรมก่อนเริ่มงาน", "training first"),
    "tool-safety": ("สอนใช้เครื่องมือให้ปลอดภัย", "tool safety"),
    "guardian-for-minors": ("เด็กมีผู้ปกครองมาด้วย", "minors come with a guardian"),
    "privacy-pledge": ("รับรองรักษาความลับ", "a pledge of privacy"),
    "food-hygiene": ("สุขอนามัยอาหาร", "food hygiene"),
    "pattern-owners-consent": ("เจ้าของลายยินยอม", "consent of the pattern's owners"),
    "life-jacket": ("เสื้อชูชีพ", "life jackets"),
    "insurance": ("ประกันอุบัติเหตุ", "accident insurance"),
    "pairs-only": ("ไปเป็นคู่เสมอ", "always in pairs"),
    "child-protection": ("แนวปฏิบัติคุ้มครองเด็ก", "child protection rules"),
}


def seeds(known):
    for row in known.content("volunteers")["calls"]:
        fields = known.who("call", row["organisation"], row["district"])
        related = cards([ref_of("event", row["event"]) if row["event"] else "", known.funds.get(row["fund"])])
        texts = {language: texts_of(row, language, related) for language in LANGUAGES}
        yield Seed("events", AnnouncementPage, "call", row["key"], texts, (), fields)


def texts_of(row, language, related):
    age, slots, hours = row["minimum_age"], row["slots"], row["hours_per_shift"]
    safe = [SAFEGUARDS[name][language != "th"] for name in row["safeguards"]]
    return {
        "title": row["title"][language],
        "line": row["description"][language],
        "facts": facts(
            language,
            when=say(
                language, f"เริ่ม {day(row['starts_in_days'], language)}", f"From {day(row['starts_in_days'], language)}"
            ),
            duration=say(language, f"ครั้งละ {hours} ชั่วโมง", f"{hours} hours a shift"),
            commitment=row["commitment"][language],
            seats=say(language, f"{slots} คน", f"{slots} people"),
            age=say(language, f"{age} ปีขึ้นไป", f"{age} and over"),
            safety=" · ".join(safe),
            perks=row["perks"][language] if row["perks"] else "",
        ),
        "body": paragraphs(
            say(
                language,
                "สนใจช่วย ติดต่อองค์กรเจ้าของงานได้เลย มีคนสอนงานให้ก่อนเริ่ม",
                "Want to help? Ask the organisation; someone will show you the work before you start.",
            )
        ),
        "related": related,
    }
