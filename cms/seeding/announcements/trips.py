from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed, ref_of
from ..words import baht, cards, facts, paragraphs, say, steps, tongues


def seeds(known):
    stories = known.content("stories")["stories"]
    funds = {row["key"]: row["name"] for row in known.content("funds")["funds"]}
    for row in known.content("experiences")["experiences"]:
        fields = known.who("trip", row["host"], row["district"]) | {"price_satang": row["price_adult_thb"] * 100}
        told = [ref_of("story", story["key"]) for story in stories if row["key"] in story["experiences"]]
        related = cards([*told, known.funds.get(row["community_fund"])])
        texts = {language: texts_of(row, language, funds, related) for language in LANGUAGES}
        yield Seed("trips", AnnouncementPage, "trip", row["key"], texts, ("experiences", row["key"]), fields)


def texts_of(row, language, funds, related):
    return {
        "title": row["title"][language],
        "line": row["summary"][language],
        "unit": say(language, "ต่อคน", "per person"),
        "season": row["season"][language],
        "facts": facts_of(row, language, funds),
        "body": [
            *paragraphs(row["description"][language]),
            *steps(say(language, "หนึ่งวันเป็นแบบนี้", "How the day goes"), itinerary(row, language)),
        ],
        "related": related,
    }


def itinerary(row, language):
    return [{"when": step["time"], "what": step[language]} for step in row["itinerary"]]


def facts_of(row, language, funds):
    few, many = row["capacity"]["minimum"], row["capacity"]["maximum"]
    young, old = row["child_age"]
    child = baht(row["price_child_thb"], language)
    hours = row["cancellation"]["free_until_hours"]
    fund = funds[row["community_fund"]][language]
    share = row["community_share_percent"]
    return facts(
        language,
        duration=duration(row, language),
        group=say(language, f"{few}–{many} คน", f"{few}–{many} people"),
        languages=tongues(row["languages"], language),
        meeting=row["meeting_point"][language],
        includes=row["includes"][language],
        child=say(language, f"{child} (อายุ {young}–{old} ปี)", f"{child}, aged {young}–{old}"),
        notice=say(language, f"อย่างน้อย {row['lead_time_days']} วัน", f"At least {row['lead_time_days']} days"),
        cancel=say(language, f"ก่อน {hours} ชั่วโมง คืนเต็มจำนวน", f"Free until {hours} hours before"),
        share=say(language, f"{share}% เข้า{fund}", f"{share}% goes to the {fund}"),
        access=row["accessibility"][language] if row["accessibility"] else "",
        note=row["notes"][language] if row["notes"] else "",
    )


def duration(row, language):
    hours = f"{row['duration_hours']:g}"
    if row["nights"]:
        return say(language, f"ค้าง {row['nights']} คืน", f"{row['nights']} night")
    return say(language, f"{hours} ชั่วโมง", f"{hours} hours")
