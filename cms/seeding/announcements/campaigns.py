from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed, ref_of
from ..words import baht, cards, day, facts, paragraphs, say, steps

STATES = {
    "live": ("เปิดรับอยู่", "Open"),
    "upcoming": ("กำลังจะเปิด", "Opens soon"),
    "funded": ("ครบเป้าแล้ว ขอบคุณทุกคน", "Funded, thank you"),
    "unsuccessful": ("ไม่ถึงขั้นต่ำ คืนเงินแล้ว", "Fell short, all money returned"),
    "closed": ("ปิดแล้ว", "Closed"),
}


def seeds(known):
    stories = known.content("stories")["stories"]
    for row in known.content("campaigns")["campaigns"]:
        fields = known.who("campaign", row["organisation"], row["district"], row["dimension"])
        told = [ref_of("story", story["key"]) for story in stories if row["key"] in story["campaigns"]]
        calls = [ref_of("call", key) for key in row["volunteer_calls"]]
        related = cards([known.funds.get(row["fund"]), *calls, *told])
        texts = {language: texts_of(row, language, related) for language in LANGUAGES}
        yield Seed("campaigns", AnnouncementPage, "campaign", row["key"], texts, ("campaigns", row["key"]), fields)


def texts_of(row, language, related):
    return {
        "title": row["title"][language],
        "line": row["pitch"][language],
        "facts": facts_of(row, language),
        "body": [
            *paragraphs(row["description"][language]),
            ("facts", {"title": say(language, "เงินใช้ทำอะไร", "What the money is for"), "rows": budget(row, language)}),
            *steps(say(language, "จะรายงานผลเมื่อไร", "When they report"), milestones(row, language)),
        ],
        "related": related,
    }


def budget(row, language):
    return [
        {"icon": "coins", "label": line[language], "value": baht(line["amount_thb"], language)}
        for line in row["budget_lines"]
    ]


def milestones(row, language):
    return [
        {
            "when": say(language, f"{step['due_days_after_close']} วัน", f"Day {step['due_days_after_close']}"),
            "what": step[language],
        }
        for step in row["milestones"]
    ]


def facts_of(row, language):
    state = STATES[row["status"]][language != "th"]
    all_or_nothing = say(language, "คืนเงินทุกคนเต็มจำนวน", "Everyone gets all money back")
    keeps = say(language, "ทำเท่าที่ได้ และรายงานตามจริง", "They do what it allows, and report")
    return facts(
        language,
        state=state,
        minimum=baht(row["goal_minimum_thb"], language),
        optimum=baht(row["goal_optimum_thb"], language),
        closes=day(row["deadline_in_days"], language),
        mode=all_or_nothing if row["all_or_nothing"] else keeps,
    )
