from datetime import timedelta

from network.clock import now
from network.organisations.models import Dimension, Organisation
from network.places.models import District

from ..models import StoryPage
from .plant import LANGUAGES, Seed, fund_refs, plant, product_refs, ref_of
from .words import cards, paragraphs


def seed_stories(content, pictures):
    """The stories in Thai and English, each ending in what it tells of: goods, trips, funds, campaigns, calls."""
    products, funds = product_refs(content), fund_refs()
    organisations = {one.slug: one for one in Organisation.objects.all()}
    districts = {one.slug: one for one in District.objects.all()}
    dimensions = {one.key: one for one in Dimension.objects.all()}
    seeds = []
    for row in content("stories")["stories"]:
        who = {
            "organisation": organisations[row["organisation"]],
            "district": districts[row["district"]],
            "dimension": dimensions[row["dimension"]],
        }
        support = cards(support_of(row, products, funds))
        texts = {language: texts_of(row, language, support) for language in LANGUAGES}
        at = now() - timedelta(days=row["published_days_ago"])
        seeds.append(Seed("stories", StoryPage, "story", row["key"], texts, ("stories", row["key"]), who, at))
    return plant(seeds, pictures)


def texts_of(row, language, support):
    return {
        "title": row["headline"][language],
        "line": row["standfirst"][language],
        "author_role": row["author_role"][language],
        "body": paragraphs(*row["body"][language]),
        "support": support,
    }


def support_of(row, products, funds):
    yield from (products.get(key) for key in row["products"])
    yield from (ref_of("trip", key) for key in row["experiences"])
    yield from (funds.get(key) for key in row["funds"])
    yield from (ref_of("campaign", key) for key in row["campaigns"])
    yield from (ref_of("call", key) for key in row["volunteers"])
