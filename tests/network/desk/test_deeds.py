"""Whatever a delegate does at the desk stands in the log, in the action's own words or with the screen she was on."""

from datetime import timedelta

import pytest

from marketplace.catalogue.actions.review import submit_listing
from marketplace.partner.actions import open_shop
from network.organisations.actions import add_member, grant_delegate, log_deed
from network.organisations.models import DelegateLog
from tests.marketplace.factories import create_complete_draft, create_organisation, create_person, create_seller
from tests.network.organisations.factories import create_coordinator
from tests.network.organisations.test_inviting import create_invitation
from tests.network.people.factories import sign_in_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller():
    return create_seller()


@pytest.fixture
def helper(client, seller):
    """Signed in, and the seller's delegate."""
    person = create_person(first_name="ฟ้า")
    grant_delegate(seller.organisation, person, by=create_coordinator(email="arie@example.org"))
    client.force_login(person)
    return person


def deeds():
    return [(deed.deed, deed.ref) for deed in DelegateLog.objects.order_by("pk")]


def test_an_action_that_says_nothing_is_noted_with_its_screen_and_one_that_speaks_is_not_doubled(
    client, seller, helper
):
    listing = create_complete_draft(seller)
    submit_listing(listing, by=seller.person)

    client.post(f"/desk/goods/{listing.public_id}/withdraw/")
    assert deeds() == [("worked here", "screen:goods")]
    client.post(f"/desk/goods/{listing.public_id}/stock/", {"left": "7"})

    assert deeds() == [("worked here", "screen:goods"), ("counted the stock", listing.ref)]


def test_neither_looking_nor_what_was_refused_nor_her_own_people_are_noted(client, seller, helper):
    listing = create_complete_draft(seller)

    client.get("/desk/goods/")
    client.post("/desk/goods/zzz/pause/")
    client.force_login(seller.person)
    client.post(f"/desk/goods/{listing.public_id}/stock/", {"left": "7"})

    assert deeds() == []


def test_what_a_coordinator_does_for_the_network_is_no_deed_of_her_helping(client):
    coordinator = create_coordinator(email="arie@example.org")
    sign_in_as(client, coordinator)
    invitation = create_invitation(by=coordinator)
    client.post(f"/desk/invitations/{invitation.public_id}/help/")
    client.post(f"/desk/invitations/{invitation.public_id}/again/")

    assert [deed for deed, _ref in deeds()] == ["began to help"]


def test_a_deed_for_another_whom_she_helps_stands_in_that_ones_log_alone(client, seller, helper):
    other = create_seller()
    grant_delegate(other.organisation, helper, by=other.person)
    client.post("/desk/organisation/", {"organisation": seller.organisation.public_id})

    client.post(f"/desk/goods/{create_complete_draft(other).public_id}/stock/", {"left": "7"})

    assert [(deed.deed, deed.delegate.organisation) for deed in DelegateLog.objects.all()] == [
        ("counted the stock", other.organisation)
    ]


def test_the_log_names_the_goods_and_folds_what_repeats(client, seller, helper, django_assert_max_num_queries):
    listing, start = create_complete_draft(seller, title="น้ำตาลโตนด"), create_person().date_joined
    for minute in range(30):
        at = start + timedelta(minutes=minute)
        log_deed(helper, seller.organisation, "saved a draft", ref=listing.ref, at=at)
    log_deed(helper, seller.organisation, "handed in a listing", ref=listing.ref, at=start + timedelta(hours=1))
    client.force_login(seller.person)
    client.get("/desk/helpers/")

    with django_assert_max_num_queries(22):
        page = client.get("/desk/helpers/").content.decode()

    assert page.count("น้ำตาลโตนด") == 2
    assert "× 30" in page
    assert f"/desk/goods/{listing.public_id}/" in page


def test_the_log_of_one_organisation_is_not_shown_to_another(client, seller, helper):
    log_deed(helper, seller.organisation, "saved a draft")
    stranger = create_person()
    add_member(open_shop(create_organisation()).organisation, stranger)
    client.force_login(stranger)

    client.force_login(seller.person)
    assert "บันทึกฉบับร่าง" in client.get("/desk/helpers/").content.decode()
    client.force_login(stranger)
    assert "บันทึกฉบับร่าง" not in client.get("/desk/helpers/").content.decode()
