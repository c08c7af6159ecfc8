"""A pasted list at a coordinator's desk: seen first, written by the second press."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from network.organisations.models import Invitation, InvitationList, Organisation
from tests.marketplace.factories import create_district
from tests.network.organisations.factories import create_coordinator, create_organisation
from tests.network.people.factories import sign_in_as

pytestmark = pytest.mark.django_db
PASTE, CONFIRM = "/desk/invitations/list/", "/desk/invitations/list/confirm/"
TWO = "กลุ่มหนึ่ง\tชุมชน\tหาดใหญ่\t081 234 5678\nกลุ่มสอง\tชุมชน\tหาดใหญ่\n"


@pytest.fixture(autouse=True)
def coordinator(client):
    person = create_coordinator(first_name="อารีย์")
    sign_in_as(client, person)
    return person


@pytest.fixture(autouse=True)
def district():
    return create_district()


def draft_in(answer):
    return re.search(r'name="draft" value="([^"]+)"', answer.content.decode())[1]


def written():
    return Organisation.objects.count(), Invitation.objects.count()


def test_nothing_is_written_until_the_second_press_and_pressed_twice_it_is_once(client, coordinator):
    seen = client.post(PASTE, {"text": TWO})
    assert (seen.status_code, written()) == (200, (0, 0))
    assert all(name in seen.content.decode() for name in ("กลุ่มหนึ่ง", "กลุ่มสอง"))

    answers = [client.post(CONFIRM, {"draft": draft_in(seen)}) for _press in range(2)]

    assert written() == (2, 2)
    assert answers[0].url == answers[1].url
    page = client.get(answers[0].url).content.decode()
    assert all(name in page for name in ("กลุ่มหนึ่ง", "กลุ่มสอง"))
    assert InvitationList.objects.get().by == coordinator


def test_a_file_of_a_thai_spreadsheet_is_read(client):
    for content in (TWO.replace("\t", ",").encode("cp874"), TWO.encode("utf-16"), b"\xef\xbb\xbf" + TWO.encode()):
        seen = client.post(PASTE, {"text": "", "file": SimpleUploadedFile("สมาชิก.csv", content)})
        assert len(seen.context["found"].invited) == 2


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00\xff\xfe", b"", b"\xff" * 900_000])
def test_a_file_that_is_no_list_is_said(client, content):
    assert client.post(PASTE, {"file": SimpleUploadedFile("x.xlsx", content)}).status_code == 422
    assert written() == (0, 0)


def test_faults_are_shown_with_the_whole_list_to_mend_and_cannot_be_confirmed(client):
    text = TWO + "\n".join(f"กลุ่ม {number}\tไม่มี\tไม่รู้" for number in range(400))

    seen = client.post(PASTE, {"text": text})
    page = seen.content.decode()

    assert seen.status_code == 422
    assert page.count("แถว ") >= 400
    assert "draft" not in page
    assert text.replace("\t", "&#9;") in page or text in page
    assert written() == (0, 0)


def test_what_was_taken_since_is_shown_again_and_nothing_is_half_done(client, district):
    draft = draft_in(client.post(PASTE, {"text": TWO}))
    create_organisation("กลุ่มสอง", district=district)

    again = client.post(CONFIRM, {"draft": draft})

    assert written() == (1, 0)
    assert [row.is_invited for row in again.context["found"].rows] == [True, False]
    client.post(CONFIRM, {"draft": draft_in(again)})
    assert written() == (2, 1)


@pytest.mark.parametrize("change", ["forged", "another's", "none"])
def test_a_draft_that_is_not_hers_writes_nothing(client, change):
    draft = draft_in(client.post(PASTE, {"text": TWO}))
    if change == "another's":
        sign_in_as(client, create_coordinator())

    answer = client.post(CONFIRM, {"draft": {"forged": draft[:-2] + "xx", "another's": draft, "none": ""}[change]})

    assert (answer.url, written()) == (PASTE, (0, 0))
