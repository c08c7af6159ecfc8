"""A listing's photos."""

from django.db import transaction
from django.utils.translation import gettext_noop

from network.cards.actions import refresh_cards

from ..exceptions import TooManyPhotos
from ..models import ProductImage
from ..photos import make_renditions
from .doors import note_deed, require_seller

MOST = 8


def add_photo(listing, upload, *, by, caption="", at=None):
    """Keep a photo with all its renditions, made before the row is written.

    Raises NotYours, TooManyPhotos, PictureRefused.
    """
    require_seller(listing.owner, by)
    if listing.images.count() >= MOST:
        raise TooManyPhotos(MOST)
    renditions = make_renditions(upload)
    with transaction.atomic():
        photo = _store(listing, renditions, caption)
        note_deed(listing, by, gettext_noop("added a photo"), at=at)
        refresh_cards(listing.ref)
    return photo


def _store(listing, renditions, caption):
    last = listing.images.order_by("-display_order").values_list("display_order", flat=True).first()
    photo = ProductImage(product=listing, caption=caption[:200], display_order=0 if last is None else last + 1)
    photo.width, photo.height = renditions.size
    photo.widths = sorted(renditions.smaller)
    for width, file in renditions.smaller.items():
        photo.original.storage.save(photo.name_at(width), file)
    photo.original.save("photo", renditions.whole, save=False)
    photo.save()
    return photo


@transaction.atomic
def remove_photo(photo, *, by, at=None):
    """Take a photo away, with its files once that is certain. Raises NotYours."""
    require_seller(photo.product.owner, by)
    storage, names = photo.original.storage, [photo.original.name, *map(photo.name_at, photo.widths)]
    listing = photo.product
    photo.delete()
    transaction.on_commit(lambda: [storage.delete(name) for name in names])
    note_deed(listing, by, gettext_noop("removed a photo"), at=at)
    refresh_cards(listing.ref)


@transaction.atomic
def put_photo_first(photo, *, by):
    """Show this photo on cards. Raises NotYours."""
    require_seller(photo.product.owner, by)
    others = photo.product.images.exclude(pk=photo.pk).order_by("display_order", "pk")
    for position, image in enumerate([photo, *others]):
        ProductImage.objects.filter(pk=image.pk).update(display_order=position)
    refresh_cards(photo.product.ref)
