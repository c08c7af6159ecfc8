#!/usr/bin/env python3
"""Validate the Songkhla demo content: required fields, references, sums, languages, Thai typing slips.

Run: python3 validate.py            (standard library only; exact Thai word counts if pythainlp is installed)
Exit status 0 when every check passes, 1 otherwise.
"""

from __future__ import annotations

import re
import sys

from checks import ALL4, RRULE, bad, counts, index, load, minutes, need, problems, ref, spot, text, thai_words, walk

files = {
    n: load(n + ".json")
    for n in (
        "districts",
        "organisations",
        "products",
        "experiences",
        "funds",
        "campaigns",
        "stories",
        "events",
        "indicators",
        "volunteers",
        "resources",
    )
}
for n, data in files.items():
    walk(n, data)
districts = index("districts", files["districts"].get("districts", []))
dimensions = index("dimensions", files["organisations"].get("dimensions", []))
types = index("organisation types", files["organisations"].get("types", []))
orgs = index("organisations", files["organisations"].get("organisations", []))
categories = index("product categories", files["products"].get("categories", []))
products = index("products", files["products"].get("products", []))
experiences = index("experiences", files["experiences"].get("experiences", []))
funds = index("funds", files["funds"].get("funds", []))
campaigns = index("campaigns", files["campaigns"].get("campaigns", []))
stories = index("stories", files["stories"].get("stories", []))
events = index("events", files["events"].get("events", []))
indicators = index("indicators", files["indicators"].get("indicators", []))
calls = index("volunteer calls", files["volunteers"].get("calls", []))
resources = index("resources", files["resources"].get("resources", []))

for k, d in districts.items():
    w = f"districts/{k}"
    need(w, d, "code", "lat", "lon", "postal_code")
    text(w + ".name", d["name"], ALL4)
    text(w + ".identity", d["identity"])
    spot(w, d)
    if not re.fullmatch(r"90\d{3}", d["postal_code"]) or not re.fullmatch(r"90(0\d|1[0-6])", d["code"]):
        bad(w, "postal or district code is not Songkhla's")
if len(districts) != 16:
    bad("districts", "there are 16")

for table in (dimensions, types, categories):
    for k, row in table.items():
        text(k, row["name"], ALL4)

for k, o in orgs.items():
    w = f"organisations/{k}"
    need(w, o, "dimension", "type", "district")
    text(w + ".name", o["name"])
    text(w + ".description", o["description"])
    spot(w, o)
    ref(w, o["dimension"], dimensions, "dimension", False)
    ref(w, o["also_dimensions"], dimensions, "dimension")
    ref(w, o["type"], types, "type", False)
    ref(w, o["district"], districts, "district", False)

skus = set()
for k, p in products.items():
    w = f"products/{k}"
    need(w, p, "enterprise", "category", "price_thb", "sku")
    text(w + ".name", p["name"], ALL4)
    text(w + ".description", p["description"])
    text(w + ".unit", p["unit"])
    text(w + ".origin", p["origin"])
    text(w + ".seasonality", p["seasonality"])
    ref(w, p["enterprise"], orgs, "organisation", False)
    ref(w, p["category"], categories, "category", False)
    if p["enterprise"] in orgs and not orgs[p["enterprise"]]["sells_products"]:
        bad(w, "its enterprise does not sell products")
    if p["sku"] in skus:
        bad(w, "SKU occurs twice")
    skus.add(p["sku"])
    if (
        p["price_thb"] <= 0
        or p["stock"] < 0
        or (p["weight_g"] <= 0) != (p["product_class"] == "digital" or p["shipping_class"] == "digital")
    ):
        bad(w, "price, stock or weight is not sensible")
    if (p["product_class"] == "preorder") != bool(p["preorder"]):
        bad(w, "preorder terms and product class disagree")
    if (
        p["preorder"]
        and not 0 <= p["preorder"]["opens_in_days"] < p["preorder"]["closes_in_days"] < p["preorder"]["ready_in_days"]
    ):
        bad(w, "preorder days are out of order")
    if not p["seasonality"]["months"] or any(m not in range(1, 13) for m in p["seasonality"]["months"]):
        bad(w, "season months")
    n = len(re.findall(r"[.!?](?:\s|$)", p["description"]["en"]))
    if not 2 <= n <= 4:
        bad(w, f"English description has {n} sentences")

for k, x in experiences.items():
    w = f"experiences/{k}"
    need(w, x, "host", "district", "itinerary", "languages", "duration_hours", "price_adult_thb", "price_child_thb")
    text(w + ".title", x["title"], ALL4)
    text(w + ".summary", x["summary"], ALL4)
    text(w + ".description", x["description"])
    text(w + ".includes", x["includes"])
    text(w + ".meeting_point", x["meeting_point"])
    spot(w, x["meeting_point"])
    ref(w, x["host"], orgs, "organisation", False)
    ref(w, x["partners"], orgs, "organisation")
    ref(w, x["district"], districts, "district", False)
    ref(w, x["community_fund"], funds, "fund")
    if x["host"] in orgs and not orgs[x["host"]]["hosts_experiences"]:
        bad(w, "its host does not host experiences")
    if len(x["itinerary"]) < 4:
        bad(w, "fewer than four steps")
    for s in x["itinerary"]:
        text(w + ".itinerary", s)
    times = [minutes(s["time"]) for s in x["itinerary"]]
    if not x["nights"] and times != sorted(times):
        bad(w, "steps are out of order")
    if not x["capacity"]["minimum"] <= x["capacity"]["maximum"] or x["price_child_thb"] > x["price_adult_thb"]:
        bad(w, "capacity or prices")

for k, f in funds.items():
    w = f"funds/{k}"
    need(w, f, "steward", "dimension", "matching_offers")
    text(w + ".name", f["name"], ALL4)
    text(w + ".purpose", f["purpose"])
    text(w + ".governance", f["governance"])
    ref(w, f["steward"], orgs, "organisation", False)
    ref(w, f["dimension"], dimensions, "dimension", False)
    if (
        f["available_thb"] != f["opening_balance_thb"] - f["committed_thb"]
        or sum(e["amount_thb"] for e in f["opening_entries"]) != f["available_thb"]
    ):
        bad(w, "opening entries do not sum to what is available")
    if f["allocation_rules"]["quorum"] > sum(f["committee_seats"].values()):
        bad(w, "quorum is larger than the committee")
    for m in f["matching_offers"]:
        text(w + ".matching", m["conditions"])
        ref(w, m["sponsor"], orgs, "organisation", False)
        ref(w, m["campaigns"], campaigns, "campaign")
        if not re.fullmatch(r"\d+:\d+", m["ratio"]) or not m["starts_in_days"] < m["ends_in_days"]:
            bad(w, f"matching offer {m['key']} ratio or days")
        for c in m["campaigns"]:
            if c in campaigns and campaigns[c]["fund"] != k:
                bad(w, f"matches {c}, which belongs to another fund")

for k, c in campaigns.items():
    w = f"campaigns/{k}"
    need(w, c, "fund", "organisation", "budget_lines", "rewards", "milestones", "indicators")
    text(w + ".title", c["title"], ALL4)
    text(w + ".pitch", c["pitch"], ALL4)
    text(w + ".description", c["description"])
    ref(w, c["fund"], funds, "fund", False)
    ref(w, c["organisation"], orgs, "organisation", False)
    ref(w, c["district"], districts, "district", False)
    ref(w, c["dimension"], dimensions, "dimension", False)
    ref(w, c["indicators"], indicators, "indicator")
    ref(w, c["volunteer_calls"], calls, "volunteer call")
    mn = sum(b["amount_thb"] for b in c["budget_lines"] if b["level"] == "minimum")
    total = sum(b["amount_thb"] for b in c["budget_lines"])
    if (mn, total) != (c["goal_minimum_thb"], c["goal_optimum_thb"]) or mn >= total:
        bad(w, "budget lines do not sum to the goals")
    if sum(m["release_percent"] for m in c["milestones"]) != 100:
        bad(w, "milestones do not release 100 per cent")
    days = [m["due_days_after_close"] for m in c["milestones"]]
    if days != sorted(days):
        bad(w, "milestones are out of order")
    for b in c["budget_lines"]:
        text(w + ".budget", b)
    for m in c["milestones"]:
        text(w + ".milestone", m)
    for r in c["rewards"]:
        text(w + ".reward", r["title"])
        ref(w, r["product"], products, "product")
        ref(w, r["experience"], experiences, "experience")
    live = c["starts_in_days"] <= 0 < c["deadline_in_days"]
    ok = {
        "live": live,
        "upcoming": c["starts_in_days"] > 0 and c["raised_thb"] == 0,
        "funded": c["deadline_in_days"] < 0 and c["raised_thb"] >= mn,
        "unsuccessful": c["deadline_in_days"] < 0 and c["raised_thb"] < mn,
    }
    if not ok.get(c["status"], False):
        bad(w, f"status {c['status']} does not agree with the dates and sums")

for k, s in stories.items():
    w = f"stories/{k}"
    need(w, s, "dimension", "district", "organisation", "body", "image_brief")
    text(w + ".headline", s["headline"], ALL4)
    text(w + ".standfirst", s["standfirst"], ALL4)
    text(w + ".author_role", s["author_role"])
    ref(w, s["dimension"], dimensions, "dimension", False)
    ref(w, s["district"], districts, "district", False)
    ref(w, s["organisation"], orgs, "organisation", False)
    for field, table in (
        ("products", products),
        ("experiences", experiences),
        ("funds", funds),
        ("campaigns", campaigns),
        ("events", events),
        ("volunteers", calls),
    ):
        ref(w, s[field], table, field)
    if not (s["products"] or s["experiences"] or s["funds"]):
        bad(w, "links to nothing")
    th, en = thai_words(" ".join(s["body"]["th"])), len(" ".join(s["body"]["en"]).split())
    if not 250 <= th <= 500:
        bad(w, f"{th} Thai words (250 to 500)")
    if not 120 <= en <= 250:
        bad(w, f"{en} English words (120 to 250)")
    for p in s["body"]["th"]:
        text(w, {"th": p, "en": "-"}, ("th",))
    for p in s["body"]["en"]:
        text(w, {"en": p}, ("en",))

for k, e in events.items():
    w = f"events/{k}"
    need(w, e, "type", "host", "agenda", "duration_minutes")
    text(w + ".title", e["title"], ALL4)
    text(w + ".description", e["description"])
    text(w + ".venue", e["venue"])
    ref(w, e["host"], orgs, "organisation", False)
    ref(w, e["district"], districts, "district", False)
    ref(w, e["restream_to"], orgs, "organisation")
    ref(w, e["funds"], funds, "fund")
    ref(w, e["indicators"], indicators, "indicator")
    ref(w, e["resources"], resources, "resource")
    ref(w, e["products"], products, "product")
    if e["dimension"]:
        ref(w, e["dimension"], dimensions, "dimension")
    if e["type"] not in files["events"]["types"]:
        bad(w, "unknown type")
    if sum(a["minutes"] for a in e["agenda"]) != e["duration_minutes"]:
        bad(w, "agenda does not sum to the duration")
    clock = minutes(e["agenda"][0]["time"])
    for a in e["agenda"]:
        text(w + ".agenda", a)
        if minutes(a["time"]) != clock:
            bad(w, f"agenda item at {a['time']} is not where the last one ended")
        clock += a["minutes"]
    if e["recurrence"] and not RRULE.match(e["recurrence"]):
        bad(w, f"recurrence {e['recurrence']}")

for k, i in indicators.items():
    w = f"indicators/{k}"
    need(w, i, "owner", "values", "target", "baseline")
    text(w + ".name", i["name"], ALL4)
    text(w + ".unit", i["unit"])
    text(w + ".method", i["method"])
    ref(w, i["dimension"], dimensions, "dimension", False)
    ref(w, i["owner"], orgs, "organisation", False)
    years = [v["year_be"] for v in i["values"]]
    if (
        years != list(range(i["baseline"]["year_be"], i["baseline"]["year_be"] + len(years)))
        or i["values"][0]["value"] != i["baseline"]["value"]
        or i["target"]["year_be"] != 2570
    ):
        bad(w, "years or baseline")
    if (i["direction"] == "up") != (i["target"]["value"] > i["baseline"]["value"]):
        bad(w, "target is against the direction")

for k, v in calls.items():
    w = f"volunteers/{k}"
    need(w, v, "organisation", "skills", "slots")
    text(w + ".title", v["title"], ALL4)
    text(w + ".description", v["description"])
    text(w + ".commitment", v["commitment"])
    ref(w, v["organisation"], orgs, "organisation", False)
    ref(w, v["district"], districts, "district", False)
    ref(w, v["event"], events, "event")
    ref(w, v["fund"], funds, "fund")
    ref(w, v["indicators"], indicators, "indicator")

for k, r in resources.items():
    w = f"resources/{k}"
    need(w, r, "organisation", "type", "languages", "licence")
    text(w + ".title", r["title"], ALL4)
    text(w + ".description", r["description"])
    ref(w, r["organisation"], orgs, "organisation", False)
    ref(w, r["events"], events, "event")
    ref(w, r["products"], products, "product")

# Real organisations of the minutes carry no money, goods or trips.
real = {k for k, o in orgs.items() if not o["fictional"]}
for k in real:
    linked = (
        [p for p, r in products.items() if r["enterprise"] == k]
        + [x for x, r in experiences.items() if k == r["host"] or k in r["partners"]]
        + [f for f, r in funds.items() if r["steward"] == k or any(m["sponsor"] == k for m in r["matching_offers"])]
        + [c for c, r in campaigns.items() if r["organisation"] == k]
    )
    if linked:
        bad(f"organisations/{k}", f"a real organisation is tied to invented money or goods: {linked}")
for k, o in orgs.items():
    if o["sells_products"] and not any(p["enterprise"] == k for p in products.values()):
        bad(f"organisations/{k}", "sells products but has none")
    if o["hosts_experiences"] and not any(x["host"] == k for x in experiences.values()):
        bad(f"organisations/{k}", "hosts experiences but has none")
for k in districts:
    if not any(o["district"] == k for o in orgs.values()):
        bad(f"districts/{k}", "has no organisation")

print("  ".join(f"{n} {c}" for n, c in counts.items()))
for p in problems:
    print("PROBLEM", p)
print("OK" if not problems else f"{len(problems)} problems")
sys.exit(bool(problems))
