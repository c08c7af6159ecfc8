"""Putting a page and its translations where they belong, quickly."""

from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from funding.models import Fund
from marketplace.catalogue.models import Product
from network.clock import now

from ..actions.pictures import store_renditions
from ..models import Picture, SectionPage

LANGUAGES = ("th", "en")


@dataclass
class Seed:
    """One page to be: where, under which key, and what it says in each language."""

    section: str
    model: type
    kind: str
    key: str
    texts: dict  # {language: fields}
    picture: tuple = ()  # of pictures(): kind and key
    fields: dict = field(default_factory=dict)
    at: object = None
    slug: str = ""


def key_of(kind, key):
    """The same for ever, so that pages can name one another before they stand."""
    return uuid5(NAMESPACE_URL, f"chanchala:{kind}/{key}")


def ref_of(kind, key):
    return f"{kind}:{key_of(kind, key).hex}"


@transaction.atomic
def plant(seeds, pictures):
    """Make the pages that are missing; returns how many."""
    made = []
    with disable_reference_index_auto_update():
        for seed in seeds:
            made += plant_one(seed, pictures)
    for page in made:
        ReferenceIndex.create_or_update_for_object(page)
    return len(made)


def plant_one(seed, pictures):
    parents = {language: section(seed.section, language) for language in LANGUAGES}
    slug, made = seed.slug or seed.key, []
    missing = [code for code, parent in parents.items() if not parent.get_children().filter(slug=slug).exists()]
    picture = picture_for(seed, pictures) if missing else None
    for language in missing:
        page = seed.model(
            slug=slug,
            locale=parents[language].locale,
            translation_key=key_of(seed.kind, seed.key),
            first_published_at=seed.at or now(),
            last_published_at=seed.at or now(),
            picture=picture,
            **seed.fields,
            **seed.texts[language],
        )
        made.append(parents[language].add_child(instance=page))
        if picture:
            store_renditions(picture, page.picture_shapes)
    return made


def section(slug, language):
    return SectionPage.objects.select_related("locale").get(slug=slug, locale__language_code=language)


def picture_for(seed, pictures):
    """The picture that the seed names, put in store once."""
    if not seed.picture:
        return None
    title = "/".join(seed.picture)
    standing = Picture.objects.filter(title=title).first()
    if standing:
        return standing
    found = pictures(*seed.picture)
    if found is None:
        return None
    upload, alt = found
    return Picture.objects.create(
        title=title,
        file=upload,
        alt_th=alt.get("th", ""),
        alt_en=alt.get("en", ""),
        licence=Picture.Licence.CC_BY,
    )


def product_refs(content):
    """{key: ref} of the products: listings by their number, pre-orders as the announcements that they are."""
    rows = content("products")["products"]
    listings = dict(Product.objects.filter(upc__in=[row["sku"] for row in rows]).values_list("upc", "public_id"))
    refs = {row["key"]: f"listing:{listings[row['sku']]}" for row in rows if row["sku"] in listings}
    return refs | {row["key"]: ref_of("preorder", row["key"]) for row in rows if row["product_class"] == "preorder"}


def fund_refs():
    return {slug: f"fund:{public_id}" for slug, public_id in Fund.objects.values_list("slug", "public_id")}
