"""What a listing says of itself in lists and in the search."""

from babel import Locale
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marketplace.partner.availability import units_left
from marketplace.partner.models import Holiday, StockRecord
from network.cards.actions import watch
from network.cards.models import Card
from network.cards.registry import CardFacts, Facet, Picture, register_card
from network.organisations.certified import badges_of as certificates_of
from network.organisations.models import Certificate, OrganisationText, Suspension
from network.words.dates import BABEL, month_name, thai_date

from .menu import forget_menu, with_parents
from .models import CategoryText, ListingText, Product, ProductImage
from .models.listing import DIGITAL, PREORDER, State

KIND = "listing"
SHOWN_AT = 640


def build(ref, language):
    """None unless it is on the shelf, for sale, and has words in that language."""
    listing = find(ref)
    text = listing and listing.texts.filter(language=language).exclude(title="").first()
    if text is None:
        return None
    organisation = listing.owner.organisation
    maker, district = organisation.in_language(language), organisation.district
    place = district.in_language(language).short_name if district else ""
    return CardFacts(
        title=text.title,
        line=text.line,
        path=f"/{language}/shop/p/{listing.slug}/",
        text=" ".join([text.description, text.origin, text.season, *listing.tags]),
        published_at=published_at(listing),
        picture=picture_of(listing, text.title),
        price_satang=int(listing.shelf_price * 100),
        unit=text.unit,
        place=place,
        maker=maker.name,
        availability=availability_of(listing),
        badges=tuple(badges_of(listing, language)),
        facets=tuple(facets_of(listing, language, maker.name, place)),
    )


def find(ref):
    listings = Product.objects.live().exclude(product_class__slug=PREORDER).for_page()
    return listings.filter(public_id=ref.partition(":")[2]).first()


def published_at(listing):
    """When it first stood on the shelf."""
    first = listing.moves.filter(state=State.LIVE).first()
    return first.at if first else listing.date_created


def picture_of(listing, title):
    photo = listing.images.first()
    if photo is None:
        return None
    return Picture(photo.url_at(SHOWN_AT), photo.width, photo.height, photo.srcset_to(SHOWN_AT), photo.caption or title)


def availability_of(listing):
    if listing.kind == DIGITAL or units_left([listing.ref]).get(listing.ref, 0) > 0:
        return Card.Availability.READY
    return Card.Availability.SOLD_OUT


def badges_of(listing, language):
    """What of it is certified, and a holiday of its shop."""
    yield from certificates_of(listing.owner.organisation, listing.ref)
    if listing.closed_until:
        yield gettext("Closed until %(day)s") % {"day": thai_date(listing.closed_until, language)}


def facets_of(listing, language, maker, place):
    organisation = listing.owner.organisation
    if organisation.district:
        yield Facet("district", organisation.district.slug, place)
    yield Facet("maker", organisation.slug, maker)
    for item in with_parents(listing.categories.values_list("slug", flat=True)):
        yield Facet("category", item.slug, item.name)
    for month in listing.season_months:
        yield Facet("season", str(month), month_name(month, language, "wide"))
    for country in listing.ships_to:
        yield Facet("ships_to", country, Locale.parse(BABEL[language]).territories[country])


def refs():
    return refs_of(pk__in=Product.objects.live().values("pk"))


def refs_of(**shown_on):
    """What stands or stood on the shelf, whether or not its seller is suspended just now."""
    listings = Product.objects.filter(state=State.LIVE, **shown_on)
    return [f"{KIND}:{public_id}" for public_id in listings.values_list("public_id", flat=True)]


def refs_of_category(text):
    """What lies on a renamed shelf; the kept menu, which the cards are written with, forgets its name."""
    transaction.on_commit(forget_menu)
    return refs_of(categories=text.parent)


register_card(KIND, build, refs=refs, title=_("Local goods"))
watch(Product, lambda listing: listing.ref)
watch(ListingText, lambda text: text.parent.ref)
watch(ProductImage, lambda photo: photo.product.ref)
watch(StockRecord, lambda price: price.product.ref)
watch(OrganisationText, lambda text: refs_of(owner__organisation=text.parent))
watch(Holiday, lambda holiday: refs_of(owner=holiday.seller))
watch(Suspension, lambda suspension: refs_of(owner__organisation=suspension.organisation))
watch(Certificate, lambda certificate: certificate.about or None)
watch(CategoryText, refs_of_category)
