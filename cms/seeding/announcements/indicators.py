from network.words.numbers import grouped

from ...models import AnnouncementPage
from ..plant import LANGUAGES, Seed
from ..words import facts, say

BUDDHIST = 543


def seeds(known):
    for row in known.content("indicators")["indicators"]:
        fields = known.who("indicator", row["owner"], dimension=row["dimension"])
        texts = {language: texts_of(row, language) for language in LANGUAGES}
        yield Seed("data", AnnouncementPage, "indicator", row["key"], texts, (), fields)


def texts_of(row, language):
    unit, last = row["unit"][language], row["values"][-1]
    reached = f"{number(last['value'])} {unit}"
    goal = f"{number(row['target']['value'])} {unit}"
    rows = [{"label": str(year(one["year_be"], language)), "value": one["value"]} for one in row["values"]]
    return {
        "title": row["name"][language],
        "line": say(
            language,
            f"{reached} ในปี {last['year_be']} เป้าหมาย {number(row['target']['value'])} ในปี {row['target']['year_be']}",
            f"{reached} in {year(last['year_be'], language)}; the target for"
            f" {year(row['target']['year_be'], language)} is {number(row['target']['value'])}",
        ),
        "facts": facts(
            language,
            start=dated(row["baseline"], unit, language),
            now=dated(last, unit, language),
            target=f"{goal} ({year(row['target']['year_be'], language)})",
            method=row["method"][language],
            note=say(language, "ตัวเลขสาธิต ไม่ใช่ข้อมูลจริง", "Demo figures, not real data"),
        ),
        "body": [("series", {"title": "", "unit": unit, "target": row["target"]["value"], "rows": rows})],
    }


def dated(one, unit, language):
    return f"{number(one['value'])} {unit} ({year(one['year_be'], language)})"


def year(buddhist, language):
    return buddhist if language == "th" else buddhist - BUDDHIST


def number(value):
    return grouped(int(value) if value == int(value) else value)
