import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.catalogue.actions.photos import MOST, add_photo, put_photo_first, remove_photo
from marketplace.catalogue.exceptions import NotYours, TooManyPhotos
from marketplace.catalogue.models import ProductImage
from network.pictures import PictureRefused
from tests.marketplace.factories import create_draft, create_seller, photo

pytestmark = pytest.mark.django_db


def test_a_photo_is_kept_with_its_renditions_under_a_random_name():
    listing = create_draft()
    kept = add_photo(listing, photo(700, 900), by=listing.owner.person)
    kept.refresh_from_db()
    assert (kept.width, kept.height, kept.widths) == (700, 900, [320, 640])
    assert kept.original.name == f"listings/{kept.stem}.webp"
    storage = kept.original.storage
    assert all(storage.exists(name) for name in (kept.original.name, kept.name_at(320), kept.name_at(640)))
    assert "IMG" not in kept.original.name
    assert kept.url_at(640).endswith(f"{kept.stem}-640.webp")
    assert kept.url_at(960) == kept.original.url
    assert kept.srcset_to(320) == f"{kept.original.storage.url(kept.name_at(320))} 320w"


def test_the_first_photo_is_on_the_card_until_another_is_put_first():
    listing = create_draft()
    person = listing.owner.person
    first, second = (add_photo(listing, photo(), by=person) for _ in range(2))
    assert list(listing.images.all()) == [first, second]
    put_photo_first(second, by=person)
    assert list(listing.images.all()) == [second, first]


def test_a_removed_photo_takes_its_files_along(django_capture_on_commit_callbacks):
    listing = create_draft()
    kept = add_photo(listing, photo(), by=listing.owner.person)
    storage, names = kept.original.storage, [kept.original.name, kept.name_at(320)]
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(kept, by=listing.owner.person)
    assert not listing.images.exists()
    assert not any(storage.exists(name) for name in names)


def test_what_is_no_picture_leaves_nothing_behind():
    listing = create_draft()
    with pytest.raises(PictureRefused):
        add_photo(listing, SimpleUploadedFile("x.jpg", b"no picture"), by=listing.owner.person)
    assert ProductImage.objects.count() == 0


def test_another_seller_adds_and_removes_nothing():
    listing, stranger = create_draft(), create_seller().person
    kept = add_photo(listing, photo(), by=listing.owner.person)
    for attempt in (
        lambda: add_photo(listing, photo(), by=stranger),
        lambda: remove_photo(kept, by=stranger),
        lambda: put_photo_first(kept, by=stranger),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert list(ProductImage.objects.all()) == [kept]


def test_there_is_an_end_to_photos():
    listing = create_draft()
    ProductImage.objects.bulk_create(
        ProductImage(product=listing, original=f"listings/{number}.webp") for number in range(MOST)
    )
    with pytest.raises(TooManyPhotos):
        add_photo(listing, photo(), by=listing.owner.person)
    assert listing.images.count() == MOST
