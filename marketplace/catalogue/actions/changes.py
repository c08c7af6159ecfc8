"""Edits of a listing that has been in the shop: what was there before is kept, and prices and claims are read first."""

from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop

from network.cards.actions import refresh_cards
from network.clock import now

from ..exceptions import NotYours
from ..facts import clean_facts, clean_price, clean_texts
from ..models import ListingChange
from ..models.listing import State
from .doors import note_deed, require_reviewer, require_seller, require_state

SHOWN = [State.LIVE, State.PAUSED]
Status = ListingChange.Status


def is_reviewed(key):
    """Which values a reviewer reads before visitors do: what is promised to them, in money or in words."""
    return key in ("price_satang", "fund_ref", "fund_share_bp") or key.endswith(".claims")


@transaction.atomic
def edit_listing(listing, *, by, language=settings.LANGUAGE_CODE, texts=None, at=None, **facts):
    """Change a listing that visitors know; returns the changes made, applied and waiting.

    Raises NotYours, WrongState, ValidationError by field.
    """
    require_seller(listing.owner, by)
    require_state(listing, *SHOWN)
    wanted = clean_facts(facts, shipping_class=listing.shipping_class)
    wanted |= {f"{language}.{name}": value for name, value in clean_texts(texts or {}).items()}
    changes = propose(listing, wanted, by=by, at=at)
    note_deed(listing, by, gettext_noop("changed a listing"), at=at)
    return changes


@transaction.atomic
def change_price(listing, *, satang, by, at=None):
    """Set a draft's price at once; a price that visitors know waits for a reviewer.

    Returns the change, or None when there was nothing to wait for. Raises NotYours, WrongState, ValidationError.
    """
    require_seller(listing.owner, by)
    require_state(listing, State.DRAFT, State.REFUSED, *SHOWN)
    clean_price(satang)
    note_deed(listing, by, gettext_noop("changed a price"), at=at)
    if listing.state in SHOWN:
        return next(iter(propose(listing, {"price_satang": satang}, by=by, at=at)), None)
    return apply_values(listing, {"price_satang": satang})


@transaction.atomic
def share_with_fund(listing, *, fund_ref, share_bp, by, at=None):
    """Give a share of each sale to a fund (hundredths of a percent; 0 ends it). Raises NotYours, WrongState."""
    require_seller(listing.owner, by)
    require_state(listing, State.DRAFT, State.REFUSED, *SHOWN)
    values = {"fund_ref": fund_ref if share_bp else "", "fund_share_bp": share_bp}
    if listing.state in SHOWN:
        return next(iter(propose(listing, values, by=by, at=at)), None)
    return apply_values(listing, values)


def propose(listing, wanted, *, by, at=None):
    """Split what differs into what is applied now and what waits; an older waiting wish for the same is withdrawn."""
    before = {key: value_of(listing, key) for key in wanted}
    different = {key: value for key, value in wanted.items() if value != before[key]}
    waiting = {key: value for key, value in different.items() if is_reviewed(key)}
    at_once = {key: value for key, value in different.items() if not is_reviewed(key)}
    changes = []
    for status, after in ((Status.APPLIED, at_once), (Status.WAITING, waiting)):
        if after:
            _withdraw_older(listing, after)
            earlier = {key: before[key] for key in after}
            changes.append(
                ListingChange.objects.create(
                    listing=listing, status=status, before=earlier, after=after, by=by, at=at or now()
                )
            )
    apply_values(listing, at_once)
    return changes


def _withdraw_older(listing, after):
    for older in listing.changes.filter(status=Status.WAITING):
        if older.after.keys() & after.keys():
            ListingChange.objects.filter(pk=older.pk, status=Status.WAITING).update(status=Status.WITHDRAWN)


@transaction.atomic
def approve_change(change, *, by, at=None):
    """Let a waiting change be seen, once. Nobody approves her own. Raises NotYours."""
    _require_other_reviewer(change, by)
    if _decide(change, Status.APPLIED, by=by, at=at):
        apply_values(change.listing, change.after)
    return change


def refuse_change(change, *, by, reasons, at=None):
    """Leave the listing as it is, and say why. Raises NotYours."""
    _require_other_reviewer(change, by)
    _decide(change, Status.REFUSED, by=by, at=at, reasons=reasons)
    return change


def _require_other_reviewer(change, by):
    require_reviewer(by)
    if change.by_id == by.pk:
        raise NotYours


def _decide(change, status, *, by, at=None, reasons=""):
    won = ListingChange.objects.filter(pk=change.pk, status=Status.WAITING).update(
        status=status, decided_by=by, decided_at=at or now(), reasons=reasons
    )
    change.refresh_from_db()
    return bool(won)


def value_of(listing, key):
    """What stands there now, by the key of a change: `weight_g`, `price_satang`, `th.title`."""
    if key == "price_satang":
        price = listing.stockrecords.first()
        return price and price.price_satang
    if "." in key:
        language, name = key.split(".")
        return listing.texts.filter(language=language).values_list(name, flat=True).first() or ""
    return getattr(listing, key)


def apply_values(listing, values):
    """Write values by the keys of a change."""
    for key, value in values.items():
        if key == "price_satang":
            _set_price(listing, value)
        elif "." in key:
            language, name = key.split(".")
            listing.write_texts(language, **{name: value})
        else:
            setattr(listing, key, value)
    listing.save()
    refresh_cards(listing.ref)


def _set_price(listing, satang):
    listing.stockrecords.update_or_create(
        product=listing,
        defaults={"price": Decimal(satang) / 100},
        create_defaults={
            "partner": listing.owner,
            "partner_sku": listing.public_id,
            "price": Decimal(satang) / 100,
        },
    )
