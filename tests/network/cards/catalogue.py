"""A large catalogue for measuring: cards as their builders would write them, in bulk."""

import random
from datetime import UTC, datetime, timedelta

from django.db.models import Count

from network.cards.actions import card_of
from network.cards.facets import KEY
from network.cards.models import Card, CardFacet, FacetValue
from network.cards.registry import CardFacts, Facet

LANGUAGES = ["th", "en"]
STUFF = {
    "th": "ผ้าทอ น้ำตาลโตนด ลูกหยี ข้าวสังข์หยด กาแฟ น้ำผึ้งชันโรง ส้มจุก ไข่ครอบ ตะกร้าสาน ปูม้า มะม่วงเบา สบู่ ขนมลา จำปาดะ",
    "en": "cloth sugar tamarind rice coffee honey mandarin egg basket crab mango soap sweet cempedak",
}
SORTS = {
    "th": "อบแห้ง แช่อิ่ม ทอมือ ย้อมคราม คั่วกลาง แท้ กวน สด พื้นบ้าน อินทรีย์ ห้ากลิ่น โบราณ ชุดของฝาก ขนาดเล็ก",
    "en": "dried pickled handwoven indigo roasted pure stirred fresh village organic scented old-style gift small",
}
DISTRICTS = "hat-yai chana ranot sadao thepha natawi rattaphum sathing-phra singhanakhon khuan-niang bang-klam"
TEXT = {
    "th": "ทำด้วยมือในชุมชนริมทะเลสาบสงขลา ใช้วัตถุดิบในท้องถิ่นและสูตรที่ส่งต่อกันมาหลายรุ่น เก็บได้นานในที่แห้ง",
    "en": "Made by hand in a village on Songkhla Lake from local material, after a recipe handed down for generations",
}


def name_of(language, stuff, sort):
    names = STUFF[language].split()[stuff], SORTS[language].split()[sort]
    return "".join(names) if language == "th" else " ".join(reversed(names))


def facts(number, language, chance):
    stuff, sort = chance.randrange(14), chance.randrange(14)
    district, maker = chance.choice(DISTRICTS.split()), chance.randrange(300)
    return CardFacts(
        title=f"{name_of(language, stuff, sort)} {number}",
        path=f"/{language}/shop/p/{number}/",
        published_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
        line=TEXT[language][:40],
        text=TEXT[language],
        price_satang=chance.randrange(20, 2000) * 100,
        place=district,
        maker=f"วิสาหกิจชุมชน {maker}",
        facets=(
            Facet("district", district, district),
            Facet("category", str(stuff), str(stuff)),
            Facet("maker", f"organisation:{maker}", str(maker)),
            *(Facet("month", str(month), str(month)) for month in range(1, 1 + chance.randrange(2, 12))),
            *(Facet("ships_to", country, country) for country in ["TH", "MY", "SG"][: chance.randrange(1, 4)]),
        ),
    )


def fill(count, kind="thing"):
    """Write so many things, two cards each."""
    for start in range(0, count, 2000):
        rows, said = [], []
        for number in range(start, min(start + 2000, count)):
            by_language = {language: facts(number, language, random.Random(number)) for language in LANGUAGES}
            for language in LANGUAGES:
                rows.append(card_of(kind, f"{kind}:{number}", language, by_language))
                said.append(by_language[language].facets)
        Card.objects.bulk_create(rows)
        CardFacet.objects.bulk_create(
            [
                CardFacet(card=card, kind=kind, language=card.language, name=facet.name, value=facet.value)
                for card, facets in zip(rows, said, strict=True)
                for facet in facets
            ],
            batch_size=5000,
        )
    totals = CardFacet.objects.values(*KEY).annotate(total=Count("pk"))
    FacetValue.objects.bulk_create([FacetValue(**row, label=row["value"]) for row in totals])
