"""What the catalogue keeps of people: who wrote and judged listings, and who complained about one."""

from django.db.models import Q

from network.people.personal_data_registry import LOOKED_FOR, POINTS, by_user, emptied, free, holds, nothing


def reported(subject):
    own = Q(contact__in=subject.contacts)
    return own | Q(by=subject.user) if subject.user else own


holds(
    "catalogue.ListingReport",
    mine=reported,
    fields={"by": POINTS, "contact": emptied(), "words": emptied()},
    facts=["listing", "reason", "at"],
)
holds("catalogue.ListingReport", mine=nothing, fields={"handled_by": POINTS})
holds("catalogue.ListingMove", mine=nothing, fields={"by": POINTS, "reasons": LOOKED_FOR})
holds(
    "catalogue.ListingChange",
    mine=nothing,
    fields={"by": POINTS, "decided_by": POINTS, **dict.fromkeys(["before", "after", "reasons"], LOOKED_FOR)},
)
TEXTS = ("title", "line", "description", "origin", "care", "claims")
holds("catalogue.ListingText", mine=nothing, fields=dict.fromkeys(TEXTS, LOOKED_FOR))
free("catalogue.ListingText", "unit season", "Of a thing that is sold.")
holds("catalogue.Product", mine=nothing, fields=dict.fromkeys(["title", "description"], LOOKED_FOR))
free(
    "catalogue.Product",
    "upc meta_title meta_description code public_id slug ships_to season_months tags fund_ref",
    "Of a thing that is sold.",
)
holds("catalogue.ProductImage", mine=nothing, fields={"caption": LOOKED_FOR})
free("catalogue.ProductImage", "code stem original widths", "A picture of a thing, under a name drawn by lot.")
free("catalogue.FeeRule", "note", "Why a fee is what it is.")
CATEGORY = "path name code description long_description meta_title meta_description image slug"
free("catalogue.Category", CATEGORY, "Of kinds of goods.")
free("catalogue.CategoryText", "name line", "Of kinds of goods.")
for model in ("ProductClass", "ProductAttribute", "ProductAttributeValue"):
    free(f"catalogue.{model}", "*", "Of kinds of goods.")
for model in ("AttributeOptionGroup", "AttributeOption", "Option", "ProductCategoryHierarchy"):
    free(f"catalogue.{model}", "*", "Of kinds of goods.")
holds(
    "reviews.ProductReview",
    mine=by_user(),
    fields={"user": POINTS, **dict.fromkeys(["title", "body", "name", "email", "homepage"], emptied())},
    facts=["product", "score", "date_created"],
    goes=True,
)
free("reviews.ProductReview", "code", "A number.")
holds("reviews.Vote", mine=by_user(), fields={"user": POINTS}, facts=["review", "delta"], goes=True)
