"""A seller reads what she is owed; a treasurer asks that it be paid."""

import re
from datetime import timedelta

import pypdfium2
import pytest
from django.utils.timezone import localdate

from network.clock import moved
from network.organisations.actions import grant_role
from network.payments.models import Payout
from tests.marketplace.buying import create_goods, create_order
from tests.marketplace.consignments.test_paying import pay
from tests.marketplace.factories import create_person
from tests.marketplace.owed.test_due import account_of, send
from tests.network.people.factories import sign_in_as

pytestmark = pytest.mark.django_db
MONTH = f"{localdate():%Y-%m}"


@pytest.fixture
def seller(holder, client):
    [listing] = create_goods(left=10)
    person = listing.owner.person
    person.listing, person.organisation = listing, listing.owner.organisation
    sign_in_as(client, person)
    return person


def test_today_says_how_much_is_coming_and_when(client, seller):
    send(pay(create_order(seller.listing)), seller)

    page = client.get("/desk/").content.decode()

    assert "฿656" in page
    assert re.search(r"฿656 ตั้งแต่ \d+ ", page)


def test_the_statement_explains_every_satang(client, seller):
    order = pay(create_order(seller.listing, quantity=2))

    page = client.get(f"/desk/money/statement/{MONTH}/").content.decode()

    gross, fee, own = "฿1,415", "฿138", "+฿1,277"
    assert all(amount in page for amount in (gross, fee, own, order.consignments.get().number))
    assert "หนึ่งพันสองร้อยเจ็ดสิบเจ็ดบาทถ้วน" in page


def test_the_statement_on_paper_reads_right(client, seller):
    pay(create_order(seller.listing))

    answer = client.get(f"/desk/money/statement/{MONTH}/pdf/")

    assert answer["Content-Type"] == "application/pdf"
    page = pypdfium2.PdfDocument(answer.content)[0]
    text = page.get_textpage().get_text_bounded()
    assert "656" in text
    assert "หกร้อยห้าสิบหกบาทถ้วน" in text.replace("\n", "").replace(" ", "")


def test_without_pango_the_statement_is_a_page_to_print(client, seller, monkeypatch):
    monkeypatch.setattr("marketplace.owed.desk_views.render_pdf", lambda *args: None)
    answer = client.get(f"/desk/money/statement/{MONTH}/pdf/", follow=True)
    assert "พิมพ์" in answer.content.decode()


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "2999-01", "๒๕๖๙-11", "x", "2026-11-01"])
def test_no_month_is_no_page(client, seller, month):
    assert client.get(f"/desk/money/statement/{month}/").status_code == 404


@pytest.fixture
def treasurer(client, seller):
    """Her browser takes the seller's place."""
    person = create_person(is_staff=True)
    grant_role(person, "treasurer")
    client.logout()
    sign_in_as(client, person)
    return person


def form_of(client):
    page = client.get("/desk/money/sellers/")
    key = re.search(r'name="key" value="([^"]+)"', page.content.decode())[1]
    return {"key": key, "seller": re.findall(r'name="seller" value="([^"]+)"', page.content.decode())}


def test_a_treasurer_asks_for_all_that_is_due_once(client, seller, treasurer):
    send(pay(create_order(seller.listing)), seller)
    account_of(seller.organisation, seller)

    with moved(timedelta(days=8)):
        form = form_of(client)
        for _double_click in range(2):
            answer = client.post("/desk/money/sellers/", form, follow=True)
            assert "ขอจ่ายแล้ว 1 รายการ" in answer.content.decode()

    payout = Payout.objects.get()
    assert (payout.amount, payout.asked_by, payout.payee_account) == (656_00, treasurer, "9001234567")


@pytest.mark.parametrize("chosen", [[], ["nobody"], ["x" * 500]])
def test_asking_for_nothing_is_said(client, seller, treasurer, chosen):
    answer = client.post("/desk/money/sellers/", {"key": "k", "seller": chosen}, follow=True)
    assert answer.status_code == 200
    assert "เลือกผู้ขาย" in answer.content.decode()


def test_sellers_may_not_ask_for_themselves(client, seller):
    assert client.get("/desk/money/sellers/").status_code == 403
    assert client.post("/desk/money/sellers/", {"key": "k"}).status_code == 403
