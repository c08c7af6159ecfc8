"""Whom the desk lets in, and where those go on who have to sign in first."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db
STOCK = "/desk/goods/mzssd5zr5j/stock/"
HERE = "http://testserver/desk/goods/mzssd5zr5j/"


def sent_to_sign_in(answer):
    """The address that a stranger comes back to."""
    address = urlsplit(answer["Location"])
    assert address.path == reverse("account_login")
    [wanted] = parse_qs(address.query)["next"]
    return wanted


def test_who_opened_a_page_comes_back_to_it(client):
    assert sent_to_sign_in(client.get("/desk/orders/?state=sent")) == "/desk/orders/?state=sent"


def test_who_sent_a_form_after_her_time_comes_back_to_the_page_it_stands_on(client):
    assert sent_to_sign_in(client.post(STOCK, {"left": 5}, HTTP_REFERER=HERE)) == HERE


@pytest.mark.parametrize("elsewhere", ["", "https://example.org/desk/"])
def test_who_sent_a_form_from_elsewhere_comes_to_her_first_page(client, elsewhere):
    assert sent_to_sign_in(client.post(STOCK, {"left": 5}, HTTP_REFERER=elsewhere)) == "/desk/"


def test_a_word_that_is_no_address_breaks_no_way_back(client):
    person = create_person()
    organisation = create_organisation(owner=person)
    client.force_login(person)

    chosen = client.post("/desk/organisation/?next=NaN", {"organisation": organisation.public_id})
    undone = client.post("/desk/undo/", {"note": "x", "next": "NaN"})
    signed_in = client.get("/th/account/sign-in/?next=NaN")

    assert [answer.url for answer in (chosen, undone, signed_in)] == ["NaN"] * 3
