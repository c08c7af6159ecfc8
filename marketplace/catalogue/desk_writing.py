"""From the seller's form to her listing: what could be read is kept at once, what could not stays in the form."""

from django.core.exceptions import ValidationError
from django.db import transaction

from marketplace.partner.availability import units_left
from network.pictures import PictureRefused

from .actions.changes import change_price, edit_listing, value_of
from .actions.drafts import save_listing_draft
from .actions.photos import add_photo
from .actions.stock import change_stock
from .desk_forms import ListingForm, values_of
from .models import Category


def keep_draft(form, listing, *, by):
    """Keep the readable part of a draft's form, and its photos; what is wrong becomes errors of the form."""
    form.full_clean()
    keep_photos(form, listing, by=by)
    given, before = form.cleaned_data, values_of(listing)
    with transaction.atomic():
        texts, facts = differing(given, before)
        shelf = given.get("category")
        categories = Category.objects.filter(slug=shelf) if shelf is not None and shelf != before["category"] else None
        if texts or facts or categories is not None:
            attempt(form, save_listing_draft, listing, by=by, texts=texts, categories=categories, **facts)
        if given.get("price") and given["price"] != before["price"]:
            attempt(form, change_price, listing, satang=given["price"], by=by)
        if given.get("left") is not None and given["left"] != units_left([listing.ref]).get(listing.ref):
            attempt(form, change_stock, listing, left=given["left"], by=by)


def change_live(form, listing, *, by):
    """Change what buyers see already; returns the changes, applied and waiting, or None if the form is wrong."""
    form.full_clean()
    keep_photos(form, listing, by=by)
    if form.errors:
        return None
    given = form.cleaned_data
    texts, facts = differing(given, values_of(listing))
    changes = []
    with transaction.atomic():
        if texts or facts:
            changes += attempt(form, edit_listing, listing, by=by, texts=texts, **facts) or []
        if given["price"] != value_of(listing, "price_satang"):
            changes += [attempt(form, change_price, listing, satang=given["price"], by=by)]
    return None if form.errors else [change for change in changes if change]


def differing(given, before):
    """What was written anew, as words and as facts; an emptied name is no name and stays as it was."""
    new = {name: value for name, value in given.items() if name in before and value != before[name]}
    texts = {name: new[name] for name in ListingForm.TEXTS if name in new and (name != "title" or new[name])}
    facts = {name: new[name] for name in ListingForm.FACTS if name in new and new[name] is not None}
    return texts, facts


def keep_photos(form, listing, *, by):
    """Take in each photo that is one; the others are named as errors beside the field they came from."""
    for name in ListingForm.PICTURES:
        for upload in form.cleaned_data.get(name, []):
            try:
                add_photo(listing, upload, by=by)
            except PictureRefused as refusal:
                form.add_error(name, refusal.text)
            except ValidationError as error:
                form.add_error(name, error)


def attempt(form, action, *args, **kwargs):
    """Run an action; what it finds wrong is shown at its field."""
    try:
        with transaction.atomic():
            return action(*args, **kwargs)
    except ValidationError as error:
        show_errors(form, error)
        return None


def show_errors(form, error):
    """At the fields that the form has, the rest above them."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {None: [error]}
    for name, errors in by_field.items():
        target = {"photo": "camera"}.get(name, name)
        form.add_error(target if target in form.fields else None, errors)
