"""Sellers and listings for the shop's tests, made by the real actions."""

import io
from itertools import count

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from marketplace.catalogue.actions.changes import change_price
from marketplace.catalogue.actions.drafts import create_listing
from marketplace.catalogue.actions.photos import add_photo
from marketplace.catalogue.actions.review import approve_listing, submit_listing
from marketplace.catalogue.actions.stock import change_stock
from marketplace.catalogue.models import Category
from marketplace.partner.actions import open_shop
from network.organisations.models import Membership, NetworkRole, Organisation
from network.places.models import District, Province

numbers = count(1)


def create_person(**fields):
    return get_user_model().objects.create_user(email=f"person{next(numbers)}@example.org", **fields)


def create_reviewer():
    person = create_person()
    NetworkRole.objects.create(user=person, role=NetworkRole.Role.REVIEWER)
    return person


def create_district(slug="hat-yai", code="9011", th="หาดใหญ่", en="Hat Yai"):
    province, _created = Province.objects.get_or_create(code="90")
    district, created = District.objects.get_or_create(slug=slug, defaults={"code": code, "province": province})
    if created:
        district.texts.create(language="th", name=f"อำเภอ{th}", short_name=th)
        district.texts.create(language="en", name=f"{en} District", short_name=en)
    return district


def create_organisation(th="กลุ่มทอผ้าร่มไทร", en="Rom Sai weavers", district=None):
    organisation = Organisation.objects.create(
        slug=f"maker-{next(numbers)}",
        kind=Organisation.Kind.COMMUNITY_ENTERPRISE,
        district=district or create_district(),
    )
    organisation.texts.create(language="th", name=th)
    organisation.texts.create(language="en", name=en)
    return organisation


def create_seller(*, vat_registered=False, **names):
    """A seller, with `seller.person` who acts for her."""
    organisation = create_organisation(**names)
    seller = open_shop(organisation, vat_registered=vat_registered, sends_from="90110")
    seller.person = create_person()
    Membership.objects.create(user=seller.person, organisation=organisation, role=Membership.Role.OWNER)
    return seller


def create_category(slug="textiles", th="ผ้าทอ", en="Handwoven textiles"):
    category = Category.add_root(name=th, slug=slug)
    category.write_texts("th", name=th)
    category.write_texts("en", name=en)
    return category


def photo(width=40, height=50, colour="teal"):
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG")
    return SimpleUploadedFile("IMG_2569.jpg", buffer.getvalue())


def create_draft(seller=None, *, title="ผ้าพันคอลายดอกพิกุล", **facts):
    seller = seller or create_seller()
    return create_listing(seller, by=seller.person, texts={"title": title}, **facts)


def create_complete_draft(seller=None, *, satang=690_00, left=10, **given):
    """A draft that may be handed in."""
    facts = {"weight_g": 160, "ships_to": ["TH", "MY", "SG"], **given}
    listing = create_draft(seller, **facts)
    person = listing.owner.person
    change_price(listing, satang=satang, by=person)
    change_stock(listing, left=left, by=person)
    add_photo(listing, photo(), by=person)
    return listing


def create_live_listing(seller=None, *, reviewer=None, **given):
    """A listing on the shelf."""
    listing = create_complete_draft(seller, **given)
    submit_listing(listing, by=listing.owner.person)
    if listing.state == listing.State.WAITING:
        approve_listing(listing, by=reviewer or create_reviewer())
    return listing
