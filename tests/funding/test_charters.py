"""A fund begins as a draft of one person's; another reads it and opens it; what donors have read stays."""

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from funding.actions import change_charter, close_fund, open_fund, prepare_fund
from funding.actions.charters import digest_of
from funding.exceptions import CharterChanged, CharterFixed, PermitMissing, SamePerson
from funding.models import Fund
from network.organisations.actions import grant_role
from network.organisations.models import Dimension, Organisation
from tests.network.payments.conftest import make_holder
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db

TOLD = {
    "name_th": "กองทุนน้ำตก",
    "purpose_th": "ดูแลป่าต้นน้ำ",
    "governance_th": "กรรมการห้าคน ประชุมทุกสองเดือน",
    "two_approve_over": "5,000",
    "goal": "๑๐๐,๐๐๐",
    "permit_number": "พท 12/2569",
    "permit_until": "31/12/2599",
}


def works_as(role):
    person = create_person(is_staff=True)
    grant_role(person, role)
    return person


@pytest.fixture
def ground(db):
    dimension = Dimension.objects.create(key="water")
    dimension.write_texts("th", name="น้ำ")
    steward = Organisation.objects.create(slug="waterfall-friends")
    steward.write_texts("th", name="กลุ่มรักน้ำตก")
    holder = make_holder(bank_name="ธนาคารสาธิต", is_default=False)
    return {"steward": steward, "dimension": dimension, "holder": holder}


@pytest.fixture
def maker(db):
    return works_as("admin")


@pytest.fixture
def reader(db):
    return works_as("treasurer")


def texts(**changes):
    empty = dict.fromkeys(("name", "line", "purpose", "governance", "exemption"), "")
    return {"th": empty | {"name": "กองทุนน้ำตก", "purpose": "ดูแลป่า"} | changes, "en": empty}


def draft(ground, by, **facts):
    facts = {"permit_number": "พท 12/2569", "permit_until": None, "goal": None} | facts
    return prepare_fund(texts=texts(), by=by, two_approve_over=5_000_00, **ground | facts)


def told(ground, **changes):
    chosen = {"steward": ground["steward"].slug, "dimension": "water", "holder": ground["holder"].public_id}
    return TOLD | chosen | changes


def judge(client, fund, verdict, **told):
    address = reverse("funding_desk:judge_charter", args=[fund.slug])
    client.post(address, {"verdict": verdict, "seen": digest_of(fund)} | told)
    fund.refresh_from_db()


def test_one_prepares_it_another_opens_it_and_everybody_can_pledge(client, ground, maker, reader):
    sign_in_as(client, maker)
    client.post(reverse("funding_desk:new_charter"), told(ground))
    fund = Fund.objects.get()
    assert (fund.slug, fund.goal, fund.state) == ("kongthunnamtk", 100_000_00, "draft")
    assert client.get(fund.get_absolute_url()).status_code == 404
    judge(client, fund, "open")
    assert fund.state == "draft"

    sign_in_as(client, reader)
    page = client.get(reverse("funding_desk:charter", args=[fund.slug])).content.decode()
    assert "ดูแลป่าต้นน้ำ" in page
    judge(client, fund, "open")
    assert (fund.state, fund.opened_by) == ("open", reader)
    assert client.get(fund.get_absolute_url()).status_code == 200
    judge(client, fund, "close")
    assert fund.state == "closed"


def test_a_form_with_faults_comes_back_filled_in(client, ground, maker):
    sign_in_as(client, maker)
    answer = client.post(
        reverse("funding_desk:new_charter"), told(ground, goal="มาก", name_th="", permit_until="31/2/2570")
    )
    assert answer.status_code == 422
    assert not Fund.objects.exists()
    page = answer.content.decode()
    assert "พท 12/2569" in page
    assert page.count("aria-invalid") == 3


def test_half_of_the_english_is_asked_for_and_none_of_it_dropped(client, ground, maker):
    sign_in_as(client, maker)
    english = {"purpose_en": "Keeps the forest."}
    answer = client.post(reverse("funding_desk:new_charter"), told(ground, **english))
    assert answer.status_code == 422
    assert "Keeps the forest." in answer.content.decode()
    assert {*answer.context["form"].errors} == {"name_en", "governance_en"}
    whole = english | {"name_en": "Waterfall Fund", "governance_en": "Five people."}
    client.post(reverse("funding_desk:new_charter"), told(ground, **whole))
    fund = Fund.objects.get()
    assert fund.texts.get(language="en").name == "Waterfall Fund"

    client.post(reverse("funding_desk:edit_charter", args=[fund.slug]), told(ground))
    assert [text.language for text in fund.texts.all()] == ["th"]


def test_another_picture_is_another_charter(ground, maker):
    fund = draft(ground, maker)
    seen = digest_of(fund)
    change_charter(fund, texts=texts(), by=maker, picture=ContentFile(b"...", "picture.jpg"), goal=None)
    fund.refresh_from_db()
    assert digest_of(fund) != seen


def test_an_account_that_one_person_checked_is_not_offered(client, ground, maker):
    sign_in_as(client, maker)
    ground["holder"].second_verifier = None
    ground["holder"].save()
    assert client.post(reverse("funding_desk:new_charter"), told(ground)).status_code == 422


def test_the_account_of_an_organisation_that_does_not_answer_for_the_fund_is_refused(client, ground, maker):
    sign_in_as(client, maker)
    other = Organisation.objects.create(slug="hill-friends")
    other.write_texts("th", name="กลุ่มรักเขา")
    ground["holder"].organisation = other
    ground["holder"].save()
    assert client.post(reverse("funding_desk:new_charter"), told(ground)).status_code == 422
    assert client.post(reverse("funding_desk:new_charter"), told(ground, steward=other.slug)).status_code == 302


@pytest.mark.parametrize("facts", [{"permit_number": ""}, {"permit_until": "2020-01-01"}])
def test_without_a_permit_that_holds_today_nobody_is_asked(ground, maker, reader, facts):
    with pytest.raises(PermitMissing):
        open_fund(draft(ground, maker, **facts), by=reader)


def test_who_wrote_it_last_does_not_open_it(ground, maker, reader):
    fund = draft(ground, maker)
    change_charter(fund, texts=texts(purpose="ซื้อเรือ"), by=reader, permit_number="พท 13/2569")
    with pytest.raises(SamePerson):
        open_fund(fund, by=reader)
    assert open_fund(fund, by=maker).takes_pledges


@pytest.mark.promise(53)
def test_the_database_itself_refuses_that_one_person_asks_the_public_alone(ground, maker):
    fund = draft(ground, maker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Fund.objects.filter(pk=fund.pk).update(state="open", opened_by=maker)


def test_what_was_changed_while_it_was_read_is_read_once_more(ground, maker, reader):
    fund = draft(ground, maker)
    seen = digest_of(fund)
    change_charter(fund, texts=texts(purpose="ซื้อเรือ"), by=maker, goal=None)
    with pytest.raises(CharterChanged):
        open_fund(fund, by=reader, seen=seen)
    fund.refresh_from_db()
    assert fund.state == "draft"


def test_what_donors_have_read_stays_even_after_closing(ground, maker, reader):
    fund = draft(ground, maker)
    open_fund(fund, by=reader)
    for shut in (lambda: None, lambda: close_fund(fund)):
        shut()
        with pytest.raises(CharterFixed):
            change_charter(fund, texts=texts(purpose="ซื้อเรือ"), by=maker, goal=None)
    assert fund.texts.get(language="th").purpose == "ดูแลป่า"
    assert open_fund(fund, by=reader).opened_at


@pytest.mark.parametrize("role", ["reviewer", "editor", None])
def test_others_neither_see_nor_prepare_any(client, ground, maker, role):
    fund = draft(ground, maker)
    sign_in_as(client, works_as(role) if role else create_person())
    for name, arguments in (
        ("charters", []),
        ("new_charter", []),
        ("charter", [fund.slug]),
        ("edit_charter", [fund.slug]),
    ):
        assert client.get(reverse(f"funding_desk:{name}", args=arguments)).status_code == 403


def test_ten_funds_ask_the_database_as_often_as_one(client, ground, maker, django_assert_max_num_queries):
    sign_in_as(client, maker)
    for _number in range(10):
        draft(ground, maker)
    with django_assert_max_num_queries(14):
        client.get(reverse("funding_desk:charters"))
