"""Oscar's dashboard: what stays shut, whoever gets in."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission

from marketplace.catalogue.models import Product
from network.organisations.actions import grant_role
from tests.marketplace.factories import create_live_listing, create_person, create_seller
from tests.network.people.factories import sign_in_as

pytestmark = pytest.mark.django_db

SIGN_IN = "/th/account/sign-in/"


def create_staff(role):
    person = create_person(is_staff=True)
    grant_role(person, role)
    return person


def test_oscars_partner_access_opens_nothing(client):
    assert not Permission.objects.filter(codename="dashboard_access").exists()
    seller = create_seller()
    seller.users.add(seller.person)
    client.force_login(seller.person)
    assert client.get("/dashboard/orders/").status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/dashboard/",
        "/dashboard/catalogue/",
        "/dashboard/catalogue/categories/",
        "/dashboard/orders/",
        "/dashboard/offers/",
        "/dashboard/vouchers/",
        "/dashboard/ranges/",
        "/dashboard/reviews/",
        "/dashboard/users/",
    ],
)
def test_staff_look_and_nothing_comes_from_elsewhere(client, path):
    sign_in_as(client, create_staff("treasurer"))
    response = client.get(path)
    assert response.status_code == 200
    assert b"googleapis" not in response.content


@pytest.mark.parametrize(
    "path",
    ["/dashboard/reports/", "/dashboard/pages/", "/dashboard/comms/", "/dashboard/partners/create/"],
)
def test_what_is_not_used_here_is_shut_to_staff_too(client, path):
    sign_in_as(client, create_person(is_staff=True, is_superuser=True))
    assert client.get(path).status_code == 403


def test_staff_change_no_listing_there_and_delete_none(client):
    listing = create_live_listing(title="ผ้าขาวม้า")
    sign_in_as(client, create_person(is_staff=True, is_superuser=True))
    assert client.get(f"/dashboard/catalogue/products/{listing.pk}/").status_code == 200
    assert client.post(f"/dashboard/catalogue/products/{listing.pk}/", {"title": "x"}).status_code == 405
    assert client.post(f"/dashboard/catalogue/products/{listing.pk}/delete/").status_code == 403
    assert Product.objects.get().title == "ผ้าขาวม้า"


def test_there_is_one_sign_in(client):
    assert client.get("/dashboard/login/?next=/dashboard/").headers["Location"] == f"{SIGN_IN}?next=/dashboard/"
    assert client.post("/dashboard/login/", {"login-username": "a"}).headers["Location"] == SIGN_IN


@pytest.mark.parametrize(
    "path", ["accounts/", "accounts/login/", "catalogue/", "offers/", "wishlists/", "shop/ranges/x/", "basket/"]
)
def test_oscars_public_pages_are_not_here(client, path):
    assert client.get(f"/th/{path}").status_code == 404


def test_reviews_are_neither_anonymous_nor_unread():
    assert settings.OSCAR_ALLOW_ANON_REVIEWS is False
    assert settings.OSCAR_MODERATE_REVIEWS is True
