"""A new member's first steps: what is missing, and the one page that mends it."""

import pytest
from django.core.exceptions import PermissionDenied

from network.organisations.actions import describe_organisation, grant_delegate
from network.organisations.onboarding import steps_of
from network.organisations.public_contacts import ways_to
from network.payments.actions import enter_payout_account
from network.people.models import Consent
from network.places.actions import load_districts
from network.places.models import Subdistrict
from tests.marketplace.factories import (
    create_complete_draft,
    create_draft,
    create_organisation,
    create_person,
    create_seller,
)
from tests.network.organisations.factories import create_organisation as create_bare_organisation
from tests.network.organisations.test_inviting import create_invitation

pytestmark = pytest.mark.django_db


def missing(organisation):
    return {step.name for step, is_done in steps_of(organisation) if not is_done}


def test_who_does_not_sell_is_asked_for_nothing_of_a_shop():
    organisation = create_bare_organisation()

    assert missing(organisation) == {"contact", "words", "place", "reach"}


def test_whoever_helps_is_led_to_the_first_goods_before_the_owner_came_in():
    assert "listing" in missing(create_invitation(sells=True).organisation)
    assert "listing" not in missing(create_invitation(name="กลุ่มไม่ขาย", sells=False).organisation)


def test_each_step_goes_when_it_is_done():
    seller = create_seller()
    organisation = seller.organisation
    type(seller).objects.filter(pk=seller.pk).update(sends_from="")
    assert missing(organisation) == {"contact", "words", "reach", "listing", "photo", "delivery", "account"}

    type(seller.person).objects.filter(pk=seller.person.pk).update(phone="+66812345678", phone_verified=True)
    organisation.write_texts("th", line="ผ้าทอมือ")
    organisation.contact_line = "@weavers"
    assert "reach" in missing(organisation)
    organisation.contacts_shown = "buyers"
    account = {"name": "กลุ่มทอผ้า", "bank": "Krungthai Bank", "account": "9001234567"}
    enter_payout_account(organisation, **account, by=seller.person)
    assert missing(organisation) == {"listing", "photo", "delivery"}
    create_draft(seller)
    assert missing(organisation) == {"listing", "photo", "delivery"}
    listing = create_complete_draft(seller)
    assert missing(organisation) == {"listing", "delivery"}
    type(listing).objects.filter(pk=listing.pk).update(state="waiting")
    seller.pick_up_points.create(is_open=False)
    assert missing(organisation) == {"delivery"}
    seller.pick_up_points.create()
    assert missing(organisation) == set()


def test_today_shows_the_next_step(client):
    seller = create_seller()
    client.force_login(seller.person)

    page = client.get("/desk/").content.decode()
    assert "เริ่มต้น" in page
    assert "/th/me/contact/" in page


def test_a_delegate_is_not_sent_to_her_own_contact(client):
    seller, helper = create_seller(), create_person()
    grant_delegate(seller.organisation, helper, by=create_person())
    client.force_login(helper)

    page = client.get("/desk/steps/").content.decode()

    assert "เจ้าของต้องทำเองในโทรศัพท์ของเขา" in page
    assert "/me/contact/" not in page
    assert "/desk/about/" in page


def test_the_shop_says_who_it_is_and_its_sub_district_brings_its_district(client):
    load_districts("90")
    person = create_person()
    organisation = create_organisation(district=Subdistrict.objects.first().district)
    organisation.memberships.create(user=person, role="owner")
    client.force_login(person)
    place = Subdistrict.objects.filter(district__code="9011").first()
    given = {"line": "ผ้าทอมือ", "description": "ทอกันมาสามรุ่น", "subdistrict": place.pk, "contact_phone": "๐๘๑ ๒๓๔ ๕๖๗๘"}

    assert client.post("/desk/about/", given).url == "/desk/steps/"
    organisation.refresh_from_db()
    page = client.get("/desk/about/").content.decode()

    assert (organisation.in_language("th").line, organisation.contact_phone) == ("ผ้าทอมือ", "+66812345678")
    assert (organisation.subdistrict, organisation.district) == (place, place.district)
    assert "081 234 5678" in page
    assert client.post("/desk/about/", {"line": "", "contact_phone": "08"}).status_code == 422


def test_nothing_is_shown_before_its_owner_agrees_and_nobody_else_may_agree_for_her(client):
    owner, helper, organisation = create_person(), create_person(), create_organisation()
    organisation.memberships.create(user=owner, role="owner")
    grant_delegate(organisation, helper, by=owner)
    given = {"line": "ผ้าทอมือ", "contact_phone": "081 234 5678", "contact_line": "somjai", "contacts_shown": "everyone"}
    client.force_login(helper)
    assert "contacts_shown" not in client.get("/desk/about/").context["form"].fields
    client.post("/desk/about/", given)
    organisation.refresh_from_db()
    assert (organisation.contact_phone, ways_to(organisation, for_buyer=True)) == ("+66812345678", [])
    with pytest.raises(PermissionDenied):
        describe_organisation(organisation, by=helper, line="x", description="", contacts_shown="everyone")

    client.force_login(owner)
    client.post("/desk/about/", given | {"contacts_shown": "buyers"})
    organisation.refresh_from_db()
    assert ways_to(organisation) == []
    assert [way.path for way in ways_to(organisation, for_buyer=True)] == [
        "tel:+66812345678",
        "https://line.me/R/ti/p/~somjai",
    ]
    client.post("/desk/about/", given)
    organisation.refresh_from_db()
    assert [way.kind for way in ways_to(organisation)] == ["phone", "line"]
    client.post("/desk/about/", given | {"contacts_shown": "nobody"})
    consents = Consent.objects.filter(user=owner, ref=organisation.ref)
    assert sorted(consents.values_list("text_version", flat=True)) == ["contacts-1:buyers", "contacts-1:everyone"]
    assert not consents.standing().exists()
