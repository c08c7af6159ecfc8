"""What a new seller does: goods, a photo of them, and a way to their buyers."""

from django.utils.translation import gettext_lazy

from marketplace.partner.models import Partner
from network.organisations.onboarding import Step, register_step

from .models import Product, ProductImage
from .models.listing import State


def sells(organisation):
    """It has a shop, or is invited to open one: whoever helps begins before its owner comes in."""
    is_invited = organisation.invitations.unanswered().filter(sells=True).exists()
    return is_invited or Partner.objects.filter(organisation=organisation).exists()


def has_listing(organisation):
    """Handed in at least once; a draft that waits is not there yet."""
    return Product.objects.filter(owner__organisation=organisation).exclude(state=State.DRAFT).exists()


def has_photo(organisation):
    return ProductImage.objects.filter(product__owner__organisation=organisation).exists()


def reaches_buyers(organisation):
    seller = Partner.objects.filter(organisation=organisation).first()
    return seller is not None and (bool(seller.sends_from) or seller.pick_up_points.filter(is_open=True).exists())


def register_first_steps():
    for order, name, title, url_name, is_done in (
        (50, "listing", gettext_lazy("List your first goods"), "goods:begin", has_listing),
        (60, "photo", gettext_lazy("Show a photo of your goods"), "goods:goods", has_photo),
        (70, "delivery", gettext_lazy("Say how goods reach buyers"), "shop:delivery", reaches_buyers),
    ):
        register_step(Step(name, title, url_name, is_done, wanted_of=sells, order=order))
