"""A list pasted from a spreadsheet: read as people write it, judged by row and column, written once or not at all."""

from functools import partial

import pytest

from network.locks import TryAgain
from network.organisations.actions import invite_list
from network.organisations.models import Invitation, InvitationList, Organisation
from network.organisations.pasted import UnreadableList, read_list
from network.outbox.testing import drain
from network.people.models import Message
from network.words.public_ids import new_public_id
from tests.marketplace.factories import create_district
from tests.network.organisations.factories import create_coordinator, create_organisation
from tests.network.organisations.test_inviting import create_invitation
from tests.races import race

HEADED = """ชื่อกลุ่ม\tอำเภอ\tประเภท\tเบอร์โทร\tไลน์\tหมายเหตุ
กลุ่มกล้วยทับ\tอ.หาดใหญ่\tวิสาหกิจชุมชน\t๐๘๑-๒๓๔๕๖๗๘\t\tมาแล้ว
ป้าแดงขนมลา\tHat Yai\tCommunity\t\tpadaeng.la\t
"""


@pytest.fixture
def district(db):
    return create_district()


def seen(found):
    """(row, what is invited, notes, [(column, fault)])"""
    return [
        (row.number, row.is_invited, row.notes, [str(column) for column, _text, _words in row.faults])
        for row in found.rows
    ]


def test_thai_digits_headings_in_any_order_and_an_unknown_column_that_is_named(district):
    found = read_list(HEADED)

    assert found.unknown == ["หมายเหตุ"]
    assert [row.asked for row in found.invited] == [
        {
            "name": "กลุ่มกล้วยทับ",
            "kind": "community-enterprise",
            "district": district,
            "contact": "+66812345678",
            "line_id": "",
            "person_name": "",
            "sells": True,
        },
        {
            "name": "ป้าแดงขนมลา",
            "kind": "community",
            "district": district,
            "contact": "",
            "line_id": "padaeng.la",
            "person_name": "",
            "sells": True,
        },
    ]


@pytest.mark.parametrize("mark", ["\t", ",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tabs_commas_and_semicolons_without_a_heading(district, mark, end):
    rows = [["กลุ่มหนึ่ง", "ชุมชน", "หาดใหญ่", "081 234 5678", "สมใจ", "ไม่ขาย"], [], ["กลุ่มสอง", "ชุมชน", "หาดใหญ่"]]

    found = read_list("\ufeff" + end.join(mark.join(row) for row in rows) + end)

    shown = [(row.number, row.name, row.asked["person_name"], row.asked["sells"]) for row in found.invited]
    assert shown == [(1, "กลุ่มหนึ่ง", "สมใจ", False), (3, "กลุ่มสอง", "", True)]


def test_each_fault_is_named_by_row_and_column(district):
    found = read_list("กลุ่ม,ชุมชน,หาดใหญ่\n,บริษัทลับ,เชียงใหม่,0812,,อาจจะ\nกลุ่มสาม,ชุมชน,หาดใหญ่,,,,เกิน\n" + "ก" * 151)

    assert seen(found) == [
        (1, True, [], []),
        (2, False, [], ["ชื่อภาษาไทย", "ประเภท", "อำเภอ", "เบอร์โทร อีเมล หรือไลน์", "ขายของ"]),
        (3, False, [], ["ขายของ"]),
        (4, False, [], ["ชื่อภาษาไทย", "ประเภท", "อำเภอ"]),
    ]


def test_what_stands_twice_or_is_known_is_left_out_and_a_shared_contact_is_said(district):
    create_organisation("กลุ่มเก่า", district=district)
    create_invitation(contact="+66899999999", name="กลุ่มรอ")
    row = "{},ชุมชน,หาดใหญ่,{}"
    lines = [("กลุ่มใหม่", "0812345678"), ("กลุ่มใหม่", ""), ("กลุ่มเก่า", ""), ("กลุ่มอื่น", "0812345678"), ("กลุ่มห้า", "0899999999")]

    found = read_list("\n".join(row.format(*line) for line in lines))

    assert [one.is_invited for one in found.rows] == [True, False, False, True, True]
    assert [len(one.notes) for one in found.rows] == [0, 1, 1, 1, 1]
    assert "1" in found.rows[1].notes[0]
    assert "กลุ่มรอ" in found.rows[4].notes[0]


@pytest.mark.parametrize("text", ["", " \n\t\n", "ชื่อ,ประเภท\n", '"ก,ชุมชน,หาดใหญ่\nข,ชุมชน,หาดใหญ่', "ก\n" * 501])
def test_what_is_no_list_is_said(district, text):
    with pytest.raises(UnreadableList):
        read_list(text)


def test_four_hundred_faulty_rows_are_read_in_a_fixed_number_of_questions(district, django_assert_num_queries):
    text = "\n".join(f"กลุ่ม {number},ไม่มีแบบนี้,ที่ไหน,0812" for number in range(400))
    with django_assert_num_queries(3):
        read_list("กลุ่ม,ชุมชน,หาดใหญ่")

    with django_assert_num_queries(3):
        found = read_list(text)

    assert (len(found.faulty), len(found.invited)) == (400, 0)
    assert all(len(row.faults) == 3 for row in found.rows)


def asked_of(number):
    return [
        row.asked for row in read_list("\n".join(f"กลุ่ม {n},ชุมชน,หาดใหญ่,08123456{n:02}" for n in range(number))).invited
    ]


def test_a_list_is_written_at_once_and_everybody_is_told(district, django_assert_max_num_queries):
    asked, by = asked_of(40), create_coordinator()

    with django_assert_max_num_queries(12):
        made = invite_list(asked, key="bcdfghjkmn", by=by)
    drain()

    assert (made.size, made.invitations.count(), Organisation.objects.count()) == (40, 40, 40)
    assert Organisation.objects.filter(texts__name="กลุ่ม 7").get().slug == "klum-7"
    assert Message.objects.filter(template="organisations/messages/asked").count() == 40


def test_a_list_with_one_row_that_the_database_refuses_writes_none(district):
    asked, by = asked_of(3), create_coordinator()
    asked[2] |= {"line_id": "both.at.once"}

    with pytest.raises(TryAgain):
        invite_list(asked, key="bcdfghjkmn", by=by)

    assert (Organisation.objects.count(), InvitationList.objects.count()) == (0, 0)


def press_twice(number, district):
    """Two presses at once of one list of two; how many invitations there are of it."""
    by, key = create_coordinator(), f"bcdfghjkm{number}"
    asked = [{**one, "name": f"{one['name']} {number}"} for one in asked_of(2)]
    answers = race(*[partial(invite_list, asked, key=key, by=by)] * 2)
    assert {type(answer) for answer in answers} == {InvitationList}
    return Invitation.objects.filter(listed_in__key=key).count()


def test_a_list_confirmed_twice_at_once_invites_once(own_database):
    district = create_district()

    assert {press_twice(number, district) for number in range(2, 5)} == {2}


def test_without_the_unique_key_the_second_press_invites_once_more(own_database, monkeypatch):
    create_district()
    asked, by, create = asked_of(2), create_coordinator(), InvitationList.objects.create

    monkeypatch.setattr(InvitationList.objects, "create", lambda key, **fields: create(key=new_public_id(), **fields))
    for _press in range(2):
        invite_list(asked, key="bcdfghjkmn", by=by)

    assert Invitation.objects.count() == 4
