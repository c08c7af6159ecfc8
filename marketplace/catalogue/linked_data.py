"""A listing for machines: schema.org's Product with its Offer, its maker and its place in the shop."""

from datetime import timedelta

from network.organisations.certified import as_linked_data
from network.shell.linked_data import linked_data

from .models.listing import PREORDER

VALID_FOR = timedelta(days=90)


def describe(page):
    """The page's facts as JSON-LD. The price is in baht, whatever hints the page shows."""
    url = page.links.url
    maker = {"@type": "Organization", "@id": f"{url}#maker", "name": page.maker["name"]}
    maker["url"] = page.request.build_absolute_uri(page.maker["path"])
    product = {
        "@type": "Product",
        "@id": f"{url}#product",
        "name": page.title,
        "description": page.text.description or page.summary,
        "image": [page.request.build_absolute_uri(picture["url"]) for picture in page.pictures],
        "sku": page.public_id,
        "category": " > ".join(item.name for item in page.shelves),
        "brand": {"@type": "Brand", "name": page.maker["name"]},
        "manufacturer": {"@id": maker["@id"]},
        "countryOfOrigin": "TH",
        "hasCertification": as_linked_data(page.certificates),
        "offers": offer_of(page, maker) if page.listing.kind != PREORDER else None,
    }
    return linked_data(product, maker, crumbs_of(page))


def offer_of(page, maker):
    availability = "InStock" if page.may_be_bought else "OutOfStock"
    return {
        "@type": "Offer",
        "url": page.links.url,
        "price": plain_baht(page.satang),
        "priceCurrency": "THB",
        "priceValidUntil": str(page.today + VALID_FOR),
        "availability": f"https://schema.org/{availability}",
        "itemCondition": "https://schema.org/NewCondition",
        "seller": {"@id": maker["@id"]},
        "shippingDetails": [shipping_of(estimate) for estimate in page.deliveries],
    }


def plain_baht(satang):
    """As schema.org wants an amount: 1234.50, made without a float."""
    return f"{satang // 100}.{satang % 100:02d}"


def shipping_of(estimate):
    return {
        "@type": "OfferShippingDetails",
        "shippingRate": {"@type": "MonetaryAmount", "value": plain_baht(estimate.satang), "currency": "THB"},
        "shippingDestination": {"@type": "DefinedRegion", "addressCountry": estimate.country},
    }


def crumbs_of(page):
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb["label"],
            "item": page.request.build_absolute_uri(crumb["path"]) if crumb["path"] else page.links.url,
        }
        for position, crumb in enumerate([*page.crumbs, {"label": page.title, "path": ""}], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
