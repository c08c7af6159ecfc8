"""Drafts: begun with nothing but a seller, saved as often as she likes, copied for one more like it."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_noop

from network.cards.actions import refresh_cards
from network.words.public_ids import new_public_id

from ..facts import TEXTS, clean_facts, clean_texts
from ..models import Product
from ..models.listing import DIGITAL, GOODS, PREORDER, State
from .doors import note_deed, require_seller, require_state
from .kinds import product_class

EDITABLE = [State.DRAFT, State.REFUSED]
COPIED = ["weight_g", "shipping_class", "ships_to", "season_months", "tags", "fund_ref", "fund_share_bp"]
KINDS = [GOODS, DIGITAL, PREORDER]


@transaction.atomic
def create_listing(
    seller, *, by, kind=GOODS, language=settings.LANGUAGE_CODE, texts=None, public_id=None, at=None, **facts
):
    """Begin a draft. Raises NotYours, ValidationError by field."""
    require_seller(seller, by)
    listing = Product(owner=seller, product_class=product_class(kind), public_id=public_id or new_public_id())
    listing.save()
    if texts or facts:
        _write(listing, language, texts, facts)
    note_deed(listing, by, gettext_noop("began a listing"), at=at)
    return listing


@transaction.atomic
def save_listing_draft(listing, *, by, language=settings.LANGUAGE_CODE, texts=None, categories=None, at=None, **facts):
    """Keep what has been written so far; a live listing is changed by `edit_listing`.

    Raises NotYours, WrongState, ValidationError by field: then nothing of it is kept.
    """
    require_seller(listing.owner, by)
    require_state(listing, *EDITABLE)
    _write(listing, language, texts, facts)
    if categories is not None:
        listing.categories.set(categories)
    note_deed(listing, by, gettext_noop("saved a draft"), at=at)
    return listing


def begin_listing(public_id, seller, *, by, at=None):
    """The draft under an id that its form was given beforehand, so that a form sent twice begins one draft.

    Raises NotYours.
    """
    try:
        with transaction.atomic():
            return create_listing(seller, by=by, public_id=public_id, at=at)
    except IntegrityError:
        listing = Product.objects.get(public_id=public_id)
        require_seller(listing.owner, by)
        return listing


def _write(listing, language, texts, facts):
    facts = clean_facts(facts, shipping_class=listing.shipping_class)
    texts = clean_texts(texts or {})
    for name, value in facts.items():
        setattr(listing, name, value)
    listing.save()
    if texts:
        listing.write_texts(language, **texts)
    refresh_cards(listing.ref)


@transaction.atomic
def copy_listing(listing, *, by, public_id=None, at=None):
    """“One more like this”: a draft with the same words, facts, shelves and price; photo and stock are its own.

    Raises NotYours.
    """
    require_seller(listing.owner, by)
    copy = Product(owner=listing.owner, product_class=listing.product_class, public_id=public_id or new_public_id())
    for name in COPIED:
        setattr(copy, name, getattr(listing, name))
    copy.save()
    for text in listing.texts.all():
        copy.write_texts(text.language, **{name: getattr(text, name) for name in TEXTS})
    copy.categories.set(listing.categories.all())
    for price in listing.stockrecords.all():
        copy.stockrecords.create(partner=price.partner, partner_sku=copy.public_id, price=price.price)
    note_deed(copy, by, gettext_noop("copied a listing"), at=at)
    return copy
