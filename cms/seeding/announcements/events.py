from datetime import datetime, time, timedelta

from dateutil.rrule import rrulestr

from network.clock import now
from network.words.dates import BANGKOK, thai_datetime

from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed, ref_of
from ..words import cards, facts, paragraphs, say, steps

EVERY = {
    ("WEEKLY", 1): ("ทุกสัปดาห์", "Every week"),
    ("MONTHLY", 1): ("ทุกเดือน", "Every month"),
    ("MONTHLY", 2): ("ทุกสองเดือน", "Every two months"),
    ("MONTHLY", 3): ("ทุกสามเดือน", "Every three months"),
    ("MONTHLY", 4): ("ทุกสี่เดือน", "Every four months"),
    ("YEARLY", 1): ("ทุกปี", "Every year"),
}


def seeds(known):
    stories = known.content("stories")["stories"]
    for row in known.content("events")["events"]:
        begins = first_start(row)
        fields = known.who("event", row["host"], row["district"], row["dimension"])
        fields |= {"starts_at": begins, "ends_at": begins + timedelta(minutes=row["duration_minutes"])}
        told = [ref_of("story", story["key"]) for story in stories if row["key"] in story["events"]]
        guides = [ref_of("resource", key) for key in row["resources"]]
        goods = [known.products.get(key) for key in row["products"]]
        related = cards([*told, *guides, *goods, *(known.funds.get(key) for key in row["funds"][:2])])
        texts = {language: texts_of(row, language, begins, related) for language in LANGUAGES}
        soonest_first = now() - (begins - now()) / 1000
        yield Seed("events", AnnouncementPage, "event", row["key"], texts, (), fields, soonest_first)


def first_start(row):
    """The next date of its rule, after the days that the content leaves for it."""
    day = (now().astimezone(BANGKOK) + timedelta(days=row["first_start_in_days"])).date()
    begins = datetime.combine(day, time.fromisoformat(row["start_time"]))
    if row["recurrence"]:
        begins = rrulestr(row["recurrence"], dtstart=begins).after(begins, inc=True)
    return begins.replace(tzinfo=BANGKOK)


def texts_of(row, language, begins, related):
    free = say(language, "ไม่เสียค่าใช้จ่าย", "Free")
    online = say(language, "ดูสดได้ทางเพจของสมาชิก", "On the members' own pages")
    return {
        "title": row["title"][language],
        "line": row["description"][language],
        "facts": facts(
            language,
            when=thai_datetime(begins, language, long=True),
            again=every(row["recurrence"], language),
            venue=row["venue"][language],
            seats=say(language, f"{row['capacity']} คน", f"{row['capacity']} people"),
            fee=free if not row["price_thb"] else "",
            live=online if row["hybrid"] else "",
        ),
        "body": [
            *paragraphs(register(row, language)),
            *steps(say(language, "กำหนดการ", "Programme"), agenda(row, language)),
        ],
        "related": related,
    }


def register(row, language):
    if row["registration_required"]:
        return say(
            language,
            "ที่นั่งมีจำกัด แจ้งชื่อกับเจ้าภาพก่อนวันงาน ระบบลงทะเบียนในเว็บจะเปิดให้ใช้เร็ว ๆ นี้",
            "Places are few: please tell the host beforehand. Registration on this site will open soon.",
        )
    return say(language, "มาได้เลย ไม่ต้องลงทะเบียน", "Just come; no need to register.")


def agenda(row, language):
    return [{"when": step["time"], "what": step[language]} for step in row["agenda"]]


def every(rule, language):
    """How often, in words; "" for once."""
    if not rule:
        return ""
    parts = dict(part.split("=") for part in rule.split(";"))
    words = EVERY[parts["FREQ"], int(parts.get("INTERVAL", 1))]
    return words[language != "th"]
