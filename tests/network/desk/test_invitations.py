"""Invitations at a coordinator's desk."""

import re

import pytest

from network.desk import invitations
from network.organisations.models import Delegate, Invitation, Organisation
from network.outbox.testing import drain
from network.paper import can_print
from network.people.models import Message
from network.words.public_ids import new_public_id
from tests.marketplace.factories import create_district
from tests.network.organisations.factories import create_coordinator, create_organisation
from tests.network.organisations.test_inviting import create_invitation, owners
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db
FORM = {"name": " กลุ่มกล้วยทับ  บ้านดอน ", "kind": "community-enterprise", "district": "hat-yai", "sells": "on"}


@pytest.fixture
def coordinator(client):
    person = create_coordinator(first_name="อารีย์")
    sign_in_as(client, person)
    return person


@pytest.fixture
def district():
    return create_district()


def given(**changes):
    return {**FORM, "reach": "๐๘๑-๒๓๔ ๕๖๗๘", "person_name": "สมใจ", "key": new_public_id(), **changes}


def test_a_coordinator_invites_with_thai_digits_and_twice_is_once(client, coordinator, district):
    form = given()

    answers = [client.post("/desk/invitations/new/", form).url for _press in range(2)]
    page = client.get(answers[0]).content.decode()

    invitation = Invitation.objects.get()
    assert answers == [f"/desk/invitations/{form['key']}/"] * 2
    assert (invitation.organisation.name, invitation.organisation.district) == ("กลุ่มกล้วยทับ บ้านดอน", district)
    assert (invitation.contact, invitation.sells, invitation.invited_by) == ("+66812345678", True, coordinator)
    assert "<svg" in page
    assert re.search(r'href="http://testserver/th/members/invitation/\w{27}/"', page)
    drain()
    assert Message.objects.get(to="+66812345678").template == "organisations/messages/asked"


@pytest.mark.parametrize(
    ("reach", "kept"),
    [
        ("Somjai.K", ("", "somjai.k")),
        ("ไลน์ @banana", ("", "@banana")),
        ("line: 0812345678", ("", "0812345678")),
        ("Nok@Example.org", ("nok@example.org", "")),
        ("812345678", ("+66812345678", "")),
        ("", ("", "")),
    ],
)
def test_one_field_takes_a_phone_an_e_mail_or_a_line_id(client, coordinator, district, reach, kept):
    client.post("/desk/invitations/new/", given(reach=reach))

    invitation = Invitation.objects.get()
    assert (invitation.contact, invitation.line_id) == kept


@pytest.mark.parametrize(
    "wrong", [{"reach": "08123"}, {"reach": "a b c"}, {"name": " "}, {"district": "nowhere"}, {"kind": "x"}]
)
def test_what_is_wrong_is_said_in_the_form_and_nothing_is_written(client, coordinator, district, wrong):
    answer = client.post("/desk/invitations/new/", given(**wrong))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == list(wrong)
    assert (Organisation.objects.count(), Invitation.objects.count()) == (0, 0)


def test_a_name_that_stands_in_that_district_already_is_named(client, coordinator, district):
    create_organisation("กลุ่มกล้วยทับ บ้านดอน", district=district)

    assert client.post("/desk/invitations/new/", given()).status_code == 422
    assert Invitation.objects.count() == 0


def test_only_coordinators_invite(client, district):
    owner = create_person()
    create_organisation(owner=owner)
    client.force_login(owner)
    invitation = create_invitation()

    for path in ["", "new/", "cards/", f"{invitation.public_id}/", f"{invitation.public_id}/card/"]:
        assert client.get(f"/desk/invitations/{path}").status_code == 403
    for press in ["again", "withdraw", "help", "helper", "hand-over"]:
        assert client.post(f"/desk/invitations/{invitation.public_id}/{press}/").status_code == 403


def test_the_list_costs_the_same_for_one_and_for_thirty(client, coordinator, django_assert_max_num_queries):
    for number in range(30):
        create_invitation(by=coordinator, name=f"กลุ่ม {number}")
    client.get("/desk/invitations/")

    with django_assert_max_num_queries(20):
        page = client.get("/desk/invitations/").content.decode()
    assert page.count("กลุ่ม ") >= 30


def test_taken_back_and_asked_again(client, coordinator):
    invitation = create_invitation(by=coordinator)
    path = f"/desk/invitations/{invitation.public_id}/"

    for press, state in [("withdraw", "withdrawn"), ("withdraw", "withdrawn"), ("again", "open")]:
        assert client.post(f"{path}{press}/").url == path
        invitation.refresh_from_db()
        assert invitation.state == state
    assert "<svg" in client.get(path).content.decode()


def test_many_cards_are_printed_in_parts_and_none_is_forgotten(client, coordinator, monkeypatch):
    monkeypatch.setattr(invitations, "MOST_CARDS", 2)
    for number in range(5):
        create_invitation(by=coordinator, name=f"กลุ่ม {number}")

    parts = re.findall(r"/desk/invitations/cards/\?from=\d+", client.get("/desk/invitations/").content.decode())
    printed = [client.get(f"{part}&page").context["cards"] for part in parts]

    names = [str(card.organisation) for cards in printed for card in cards]
    assert (len(parts), sorted(names)) == (3, [f"กลุ่ม {number}" for number in range(5)])
    for strange in ["x", "๕", "-1", "9" * 40]:
        assert client.get("/desk/invitations/cards/", {"from": strange, "page": ""}).status_code in {200, 302}


@pytest.mark.skipif(not can_print(), reason="Pango is missing")
def test_cards_are_printed_as_pdf(client, coordinator):
    invitation = create_invitation(by=coordinator)
    create_invitation(by=coordinator, name="กลุ่มที่สอง")

    one = client.get(f"/desk/invitations/{invitation.public_id}/card/")
    all_of_them = client.get("/desk/invitations/cards/")

    for answer in (one, all_of_them):
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        assert "no-store" in answer["Cache-Control"]


def test_without_pango_the_card_is_a_page_to_print(client, coordinator):
    invitation = create_invitation(by=coordinator)

    page = client.get(f"/desk/invitations/{invitation.public_id}/card/?page").content.decode()

    assert "กลุ่มกล้วยทับบ้านดอน" in page
    assert "data:image/svg+xml" in page


def test_a_coordinator_helps_herself_and_hands_over_on_the_spot(client, coordinator):
    invitation = create_invitation(by=coordinator, line_id="somjai.k")
    path = f"/desk/invitations/{invitation.public_id}/"

    assert client.post(f"{path}help/").url == "/desk/"
    assert client.get("/desk/").context["request"].organisation == invitation.organisation
    assert client.post(f"{path}hand-over/", {"contact": ""}).status_code == 422
    page = client.post("/desk/helpers/hand-over/", {"contact": "081 234 5678"}).content.decode()

    address = re.search(r'href="http://testserver(/th/members/shop/[^"]+)"', page)[1]
    phone = type(client)()
    phone.post(address)
    assert [person.phone for person in owners(invitation.organisation)] == ["+66812345678"]


def test_a_coordinator_names_a_helper_and_never_herself(client, coordinator):
    invitation = create_invitation(by=coordinator)
    path = f"/desk/invitations/{invitation.public_id}/helper/"

    refused = client.post(path, {"first_name": "อารีย์", "contact": coordinator.email})
    named = client.post(path, {"first_name": "ฟ้า", "contact": "fah@example.org"})

    assert (refused.status_code, named.status_code) == (422, 302)
    delegate = Delegate.objects.get()
    assert (delegate.user.email, delegate.granted_by) == ("fah@example.org", coordinator)
