import unicodedata

import pypdfium2
import pytest
from django.utils.translation import override

from funding.actions import record_opening_balance
from funding.models import Pledge
from network.paper import can_print
from tests.funding.conftest import paid, pledge_to

pytestmark = pytest.mark.django_db


def wanted(**changes):
    form = {"key": "form-1", "amount": "500", "shown_as": "anonymous", "name": "", "contact": "donor@example.org"}
    return form | {"gateway": "promptpay", "terms": "on"} | changes


def test_a_guest_pledges_and_is_sent_to_pay(client, fund):
    answer = client.post("/en/funds/lake-fund/pledge/", wanted())

    pledge = Pledge.objects.get()
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/pay/")
    assert (pledge.amount, pledge.shown_as, pledge.status) == (500_00, "anonymous", "open")


@pytest.mark.promise(13)
@pytest.mark.parametrize(
    "amount", ["", "0", "-5", "NaN", "1e9", "5.555", "USD 5", "$5", "1000000000", "inf", "0x10", "5;drop", "1,50", " "]
)
def test_an_amount_that_is_none_comes_back_with_words_and_nothing_is_made(client, fund, amount):
    answer = client.post("/en/funds/lake-fund/pledge/", wanted(amount=amount))

    assert answer.status_code == 422
    assert Pledge.objects.count() == 0
    assert "donor@example.org" in answer.content.decode()


def test_thai_digits_are_an_amount(client, fund):
    client.post("/th/funds/lake-fund/pledge/", wanted(amount="๕๐๐"))
    assert Pledge.objects.get().amount == 500_00


@pytest.mark.parametrize(
    "wrong",
    [
        {"gateway": "cash_on_pickup"},
        {"gateway": "bitcoin"},
        {"shown_as": "loudly"},
        {"terms": ""},
        {"contact": "nobody"},
        {"shown_as": "named"},
    ],
)
def test_a_tampered_or_unfinished_form_is_refused(client, fund, wrong):
    assert client.post("/en/funds/lake-fund/pledge/", wanted(**wrong)).status_code == 422
    assert Pledge.objects.count() == 0


def test_the_books_show_each_movement_and_the_balance_after_it(client, fund):
    record_opening_balance(fund, amount=1_000_00)
    paid(pledge_to(fund)[1], fee=10_00)
    answer = client.get("/en/funds/lake-fund/ledger/").content.decode()

    assert [text in answer for text in ("THB 1,490", "THB 1,500", "+THB 500", "สมหญิง ใจดี", "Brought forward")] == [
        True
    ] * 5


@pytest.mark.skipif(not can_print(), reason="Pango is not installed")
def test_the_receipt_reads_right_in_thai_and_english(client, fund):
    pledge, attempt = pledge_to(fund, amount=1_234_50, receipt_name="บริษัท ทดสอบ จำกัด")
    paid(attempt)
    answer = client.get(f"/th/funds/pledges/{pledge.token}/receipt.pdf")
    text = pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_range()
    text = unicodedata.normalize("NFKC", text)

    assert answer["Content-Type"] == "application/pdf"
    for words in (
        "ใบเสร็จรับเงิน",
        "บริษัท ทดสอบ จำกัด",
        "จำนวนเงิน",
        "กองทุนทะเลสาบ",
        "Receipt",
        "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์",
        "One thousand two hundred thirty-four baht and fifty satang",
        "1,234.50",
    ):
        assert unicodedata.normalize("NFKC", words) in text


def test_without_pango_the_receipt_is_a_page_that_says_why(client, fund, monkeypatch):
    pledge, attempt = pledge_to(fund)
    paid(attempt)
    monkeypatch.setattr("network.paper.weasyprint", lambda: None)
    answer = client.get(f"/en/funds/pledges/{pledge.token}/receipt.pdf", follow=True)

    assert "Pango" in answer.content.decode()


def test_a_draft_fund_is_nobodys_business(client, fund):
    fund.state = "draft"
    fund.save()
    for page in ("", "pledge/", "ledger/", "ledger.csv", "ledger.json", "ledger.atom"):
        assert client.get(f"/en/funds/lake-fund/{page}").status_code == 404


@pytest.mark.parametrize("pledges", [1, 30])
def test_the_fund_page_asks_five_questions_whatever_its_past(client, fund, django_assert_max_num_queries, pledges):
    for n in range(pledges):
        paid(pledge_to(fund, key=str(n))[1])
    client.get("/en/funds/lake-fund/")
    with override("en"), django_assert_max_num_queries(5):
        assert client.get("/en/funds/lake-fund/").status_code == 200


def test_the_terms_that_a_donor_agrees_to_can_be_read_and_are_asked_for_in_words(client, fund):
    answer = client.post("/th/funds/lake-fund/pledge/", {"key": "x" * 500, "amount": "100"})

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert 'href="/th/terms/"' in shown.split('for="id_terms"')[1].split("</label>")[0]
    assert "ถ้าไม่ยอมรับข้อกำหนด เรารับเงินสมทบไม่ได้" in shown
    assert "Key:" not in shown
    assert "หน้านี้: ข้อมูลไม่ครบแล้ว กรุณาเปิดใหม่อีกครั้ง" in shown
