"""Categories, sellers and listings, by the real actions: drafted, handed in, approved by a reviewer."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.timezone import localdate

from funding.models import Fund
from marketplace.catalogue.actions.changes import approve_change, change_price, share_with_fund
from marketplace.catalogue.actions.drafts import create_listing, save_listing_draft
from marketplace.catalogue.actions.photos import add_photo
from marketplace.catalogue.actions.review import approve_listing, submit_listing
from marketplace.catalogue.actions.stock import change_stock
from marketplace.catalogue.models import Category, FeeRule, Product
from marketplace.partner.actions import open_shop
from marketplace.partner.models import ExchangeRate, Partner, PickUpPoint
from network.organisations.models import Organisation

from .content import picture, read, satang
from .people import owner_of, staff

# A tenth of these sellers' prices goes to a fund, stated on the product.
FUND_SHARES = {
    "koyo-pikul-weavers": ("creative-identity-fund", 1000),
    "node-wan-sathing-phra": ("healthy-food-fund", 500),
}


# Invented, and near enough for a hint.
RATES = {"MYR": "7.85", "SGD": "25.10", "USD": "32.60", "CNY": "4.55"}


def seed_categories():
    for row in read("products")["categories"]:
        category = Category.objects.filter(slug=row["key"]).first() or Category.add_root(
            name=row["name"]["th"], slug=row["key"], code=row["key"]
        )
        for language, name in row["name"].items():
            category.write_texts(language, name=name)


def seed_sellers():
    """A shop for each organisation that sells, with one place to pick up."""
    for row in read("organisations")["organisations"]:
        if row["sells_products"]:
            organisation = Organisation.objects.select_related("district").get(slug=row["key"])
            seller = open_shop(organisation, sends_from=organisation.district.postal_code)
            seed_pick_up_point(seller, row)


def seed_pick_up_point(seller, row):
    point, _made = PickUpPoint.objects.get_or_create(seller=seller)
    point.write_texts("th", name=f"รับที่{row['name']['th']}", address=place_of(seller, "th"), hours="ทุกวัน 9.00–16.00 น.")
    point.write_texts(
        "en", name=f"Pick up at {row['name']['en']}", address=place_of(seller, "en"), hours="Daily 9:00–16:00"
    )


def place_of(seller, language):
    return seller.organisation.district.in_language(language).name


def seed_terms():
    """What the network keeps of a sale, and what a baht is worth across the border today."""
    FeeRule.objects.get_or_create(position=100, defaults={"fee_bp": 1000, "note": "ค่าดำเนินการเครือข่าย"})
    for currency, baht in RATES.items():
        ExchangeRate.objects.get_or_create(
            currency=currency, day=localdate(), defaults={"baht": Decimal(baht), "source": "demo"}
        )


def seed_listings(progress=iter):
    """Every product that is for sale now; pre-orders stand as announcements."""
    reviewer = staff("reviewer")
    rows = [row for row in read("products")["products"] if row["product_class"] != "preorder"]
    for number, row in enumerate(progress(rows)):
        if not Product.objects.filter(upc=row["sku"]).exists():
            seed_listing(row, reviewer, at=timezone.now() - timedelta(days=90 - number))


def seed_listing(row, reviewer, *, at):
    seller = Partner.objects.get(organisation__slug=row["enterprise"])
    owner = owner_of(row["enterprise"])
    kind = "digital" if row["product_class"] == "digital" else "goods"
    listing = create_listing(seller, by=owner, kind=kind, texts=texts_of(row, "th"), at=at, **facts_of(row))
    Product.objects.filter(pk=listing.pk).update(upc=row["sku"])
    listing.refresh_from_db()
    for language in ("en", "ms", "zh-hans"):
        save_listing_draft(listing, by=owner, language=language, texts=texts_of(row, language), at=at)
    save_listing_draft(listing, by=owner, categories=Category.objects.filter(slug=row["category"]), at=at)
    change_price(listing, satang=satang(row["price_thb"]), by=owner, at=at)
    change_stock(listing, left=row["stock"], by=owner, at=at)
    if photo := picture("products", row["key"]):
        add_photo(listing, photo, by=owner, at=at)
    submit_listing(listing, by=owner, at=at)
    listing.refresh_from_db()
    if listing.state == "waiting":
        approve_listing(listing, by=reviewer, at=at + timedelta(hours=5))


def texts_of(row, language):
    """The texts of one language; the content has whole descriptions in Thai and English only."""
    texts = {"title": row["name"][language]}
    for field, source in (
        ("description", "description"),
        ("unit", "unit"),
        ("origin", "origin"),
        ("season", "seasonality"),
    ):
        if language in row[source]:
            texts[field] = row[source][language]
    return texts


def facts_of(row):
    return {
        "weight_g": row["weight_g"],
        "shipping_class": row["shipping_class"],
        "ships_to": row["ships_to"],
        "season_months": row["seasonality"]["months"],
        "tags": row["tags"],
    }


def share_sales():
    """Two sellers give a stated share of each sale to a fund."""
    for key, (fund_slug, basis_points) in FUND_SHARES.items():
        fund = Fund.objects.get(slug=fund_slug)
        for listing in Product.objects.filter(owner__organisation__slug=key):
            if listing.fund_ref != fund.ref:
                change = share_with_fund(listing, fund_ref=fund.ref, share_bp=basis_points, by=owner_of(key))
                if change is not None:
                    approve_change(change, by=staff("reviewer"))
