"""A listing as its page shows it: asked of the database in six questions at most, and one for certificates, none of them a write."""

from functools import cached_property

from django.conf import settings
from django.db.models import Q, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketplace.partner.availability import units_left
from marketplace.partner.rates import price_hints
from marketplace.partner.vat import vat_contained
from marketplace.shipping.estimates import estimates, known_pick_ups
from network.cards.models import Card, CardFacet
from network.clock import now
from network.organisations.certified import shown_certificates
from network.words.dates import in_bangkok, thai_date
from network.words.money import format_money

from .menu import with_parents
from .models.listing import DIGITAL, PREORDER, ShippingClass, State
from .season import season_strip, season_words
from .split import split_of
from .stock_words import stock_of

MORE, ENOUGH, STORIES = 8, 3, 2
SUMMARY = 160


class ListingPage:
    """What `catalogue/listing_detail.html` asks for; each part is worked out once, when it is asked for."""

    def __init__(self, listing, request):
        self.listing, self.request = listing, request
        self.seller, self.organisation = listing.owner, listing.owner.organisation
        self.satang = int(listing.shelf_price * 100)
        prefetch_related_objects([listing], "texts", "images", "categories")
        self.text = words_of(listing, get_language())
        self.now = now()
        self.today = in_bangkok(self.now).date()

    # What it is

    @property
    def public_id(self):
        return self.listing.public_id

    @property
    def title(self):
        return self.text.title

    @property
    def is_untranslated(self):
        """Are these words in another language than the reader's?"""
        return self.text.language != get_language()

    @property
    def words_language(self):
        """For `lang`, so that Thai breaks its lines and is read aloud as Thai."""
        return self.text.language

    @property
    def summary(self):
        words = " ".join((self.text.line or self.text.description or self.text.title).split())
        return words if len(words) <= SUMMARY else f"{words[:SUMMARY]}…"

    @property
    def languages(self):
        """Those that somebody really wrote it in."""
        return {text.language for text in self.listing.texts.all() if text.title and text.description}

    @cached_property
    def pictures(self):
        return [
            {
                "url": photo.url_at(960),
                "srcset": photo.srcset_to(960),
                "width": photo.width,
                "height": photo.height,
                "alt": photo.caption or self.title,
            }
            for photo in self.listing.images.all()
        ]

    @property
    def details(self):
        rows = [
            (_("Sold by"), self.text.unit),
            (_("Weight, packed"), weight_words(self.listing.weight_g)),
            (_("Where it comes from"), self.text.origin),
            (_("How it travels"), self.listing.get_shipping_class_display()),
        ]
        return [{"label": label, "value": value} for label, value in rows if value]

    # What it costs

    @cached_property
    def hints(self):
        return price_hints(self.satang, today=self.today)

    @property
    def vat_note(self):
        vat = vat_contained(self.satang, registered=self.seller.vat_registered)
        return _("Includes %(vat)s VAT") % {"vat": format_money(vat)} if vat else ""

    @cached_property
    def split(self):
        category_ids = {category.pk for category in self.listing.categories.all()}
        parts = split_of(self.listing, self.satang, category_ids=category_ids)
        shares = [{"label": _("To the maker"), "satang": parts.maker, "tone": "lake"}]
        if parts.fund:
            fund = self.cards.get(parts.fund_ref)
            label = fund.title if fund else _("To a community fund")
            shares.append({"label": label, "satang": parts.fund, "tone": "marigold"})
        return [*shares, {"label": _("To the network that runs this"), "satang": parts.network, "tone": "clay"}]

    # Whether and how to get it

    @cached_property
    def left(self):
        ref = self.listing.ref
        return None if self.listing.kind == DIGITAL else units_left([ref], at=self.now).get(ref, 0)

    @cached_property
    def stock(self):
        return stock_of(self.left)

    @property
    def may_be_bought(self):
        return self.listing.is_for_sale and not self.listing.closed_until and self.stock.most > 0

    @property
    def may_not_because(self):
        if self.may_be_bought:
            return ""
        if self.listing.state == State.PAUSED:
            return _("The maker is taking a rest with this one. Look in again, or see what else there is.")
        if self.listing.kind == PREORDER:
            return _("This is collected by pre-order and cannot be put into the basket yet.")
        if not self.listing.is_for_sale:
            return _("Only you and the reviewers see this page until it is approved.")
        if self.listing.closed_until:
            day = thai_date(self.listing.closed_until)
            return _("The shop is closed until %(day)s. You can order again from that day on.") % {"day": day}
        return _("The last one has just gone. The maker may bring more.")

    @property
    def basket_path(self):
        return reverse("basket:add", kwargs={"public_id": self.public_id})

    @cached_property
    def deliveries(self):
        return estimates(self.listing, self.satang)

    @property
    def no_delivery(self):
        if self.listing.shipping_class == ShippingClass.DIGITAL:
            return _("A file: nothing has to be sent.")
        return _("Only to be picked up.")

    @property
    def free_over(self):
        return self.seller.free_over if self.deliveries else None

    @cached_property
    def pick_ups(self):
        return known_pick_ups(self.seller)

    @property
    def season(self):
        return season_strip(self.listing.season_months, self.today.month)

    @property
    def season_words(self):
        return self.text.season or season_words(self.listing.season_months, self.today.month)

    # Whose it is, and what is beside it

    @property
    def member_ref(self):
        """Its maker's page."""
        return f"member:{self.organisation.public_id}"

    @cached_property
    def cards(self):
        """One question: its own card, which knows maker and place by name, the maker's, the fund's, and goods beside it."""
        refs = [ref for ref in (self.listing.ref, self.member_ref, self.listing.fund_ref) if ref]
        wanted = Q(language=get_language(), ref__in=refs)
        wanted |= Q(pk__in=newest_with("maker", self.organisation.slug, MORE + 1))
        wanted |= Q(pk__in=newest_with("maker", self.organisation.slug, STORIES, kind="story"))
        for item in self.shelves[-1:]:
            wanted |= Q(pk__in=newest_with("category", item.slug, MORE + 1))
        return {card.ref: card for card in Card.objects.filter(wanted).shown().newest_first()}

    @property
    def stories(self):
        """What has been told of its maker."""
        return [card for card in self.cards.values() if card.kind == "story"]

    @cached_property
    def maker(self):
        own, card = self.cards.get(self.listing.ref), self.cards.get(self.member_ref)
        return {
            "name": own.maker if own else self.organisation.name,
            "place": own.place if own else "",
            "path": card.path if card else f"/{get_language()}/members/{self.organisation.slug}/",
            "picture_url": card.picture_url if card else "",
            "words": card.line if card else "",
            "badges": card.badges if card else [],
        }

    @cached_property
    def certificates(self):
        """What somebody else vouches for, about it and about its maker; asked for only where a card has a badge."""
        cards = (self.cards.get(self.listing.ref), self.cards.get(self.member_ref))
        if not any(card and card.badges for card in cards):
            return []
        return shown_certificates(self.organisation, [self.listing.ref, ""])

    @property
    def more(self):
        """The maker's other goods; where she has hardly any, those of the same shelf."""
        goods = [card for card in self.cards.values() if card.kind == "listing" and card.ref != self.listing.ref]
        hers = [card for card in goods if card.maker == self.maker["name"]]
        return (hers if self.has_more_of_maker else goods)[:MORE]

    @cached_property
    def has_more_of_maker(self):
        hers = [card for card in self.cards.values() if card.kind == "listing" and card.maker == self.maker["name"]]
        return len(hers) > ENOUGH or not self.shelves

    @property
    def more_title(self):
        if self.has_more_of_maker:
            return _("More from %(maker)s") % {"maker": self.maker["name"]}
        return self.shelves[-1].name

    @property
    def more_path(self):
        if self.has_more_of_maker:
            return f"{reverse('catalogue:index')}?maker={self.organisation.slug}"
        return self.shelves[-1].path

    # Where it stands

    @cached_property
    def shelves(self):
        return with_parents([category.slug for category in self.listing.categories.all()])

    @property
    def crumbs(self):
        above = [{"label": item.name, "path": item.path} for item in self.shelves]
        return [{"label": _("Shop"), "path": reverse("catalogue:index")}, *above]

    @property
    def short_url(self):
        return self.request.build_absolute_uri(reverse("short-link", kwargs={"public_id": self.public_id}))

    @property
    def report_path(self):
        return reverse("catalogue:report", kwargs={"slug": self.listing.slug})


def newest_with(name, value, number, *, kind="listing"):
    """Primary keys of the newest cards of that kind with that facet."""
    facets = CardFacet.objects.filter(language=get_language(), kind=kind, name=name, value=value)
    return facets.order_by("-card").values("card")[:number]


def weight_words(grams):
    if grams < 1000:
        return _("%(weight)s g") % {"weight": grams} if grams else ""
    return _("%(weight)s kg") % {"weight": f"{grams / 1000:g}"}


def words_of(listing, language):
    """In that language, unless it has no name there yet: then in Thai."""
    text = listing.in_language(language)
    return text if text.title else listing.in_language(settings.LANGUAGE_CODE)
