import re
from urllib.request import urlopen

import pytest

from tests.network.payments.sandbox.running import session_params

GOOD = {"number": "4242 4242 4242 4242", "expiry": "12/34", "cvc": "123"}


@pytest.fixture
def session(client):
    return client.v1.checkout.sessions.create(session_params(450_50, locale="th"))


def page(sandbox, session, step="", **headers):
    return sandbox.ask("GET", f"/c/pay/{session.id}{step}", headers=headers)


def test_the_page_shows_amount_lines_and_that_no_money_moves(sandbox, session):
    status, headers, html = page(sandbox, session)

    assert status == 200
    assert '<html lang="th">' in html
    assert "ระบบทดลอง ไม่ใช่เงินจริง" in html
    assert "฿450.50" in html
    assert "น้ำตาลโตนด" in html
    assert "<script" not in html
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_the_page_brings_its_own_typefaces(sandbox, session):
    faces = set(re.findall(r"/c/fonts/[\w-]+\.woff2", page(sandbox, session)[2]))

    assert len(faces) == 6
    for face in faces:
        with urlopen(f"http://127.0.0.1:{sandbox.port}{face}") as answer:
            assert answer.read(4) == b"wOF2"


@pytest.mark.parametrize("name", ["", "none.woff2", "../css/fonts.css", "sarabun-OFL.txt"])
def test_only_typefaces_are_given_out(sandbox, name):
    assert sandbox.ask("GET", f"/c/fonts/{name}")[0] == 404


@pytest.mark.parametrize(
    ("locale", "browser", "language"),
    [("th", "en", "th"), ("en", "th", "en"), ("ms", "th", "en"), ("auto", "th-TH,en", "th"), (None, "de", "en")],
)
def test_the_session_or_the_browser_chooses_the_language(client, sandbox, locale, browser, language):
    wishes = {"locale": locale} if locale else {}
    session = client.v1.checkout.sessions.create(session_params(**wishes))

    html = page(sandbox, session, **{"Accept-Language": browser})[2]

    assert f'<html lang="{language}">' in html
    assert '<html lang="en">' in page(sandbox, session, "?lang=en")[2]


def test_a_good_card_pays_and_returns_to_the_shop(client, sandbox, session):
    status, headers, _ = sandbox.submit(session, "card", **GOOD)

    assert status == 303
    assert headers["Location"] == f"http://127.0.0.1:8000/th/back/?session={session.id}"
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"


def test_a_second_click_pays_nothing_twice(client, sandbox, session):
    answers = [sandbox.submit(session, "card", **GOOD) for _ in range(3)]

    assert [status for status, _, _ in answers] == [303, 303, 303]
    assert len({headers["Location"] for _, headers, _ in answers}) == 1
    assert len(client.v1.charges.list().data) == 1


@pytest.mark.parametrize(
    ("number", "decline_code"),
    [("4000 0000 0000 0002", "generic_decline"), ("4000-0000-0000-9995", "insufficient_funds")],
)
def test_a_declined_card_charges_nothing_and_another_may_be_tried(client, sandbox, session, number, decline_code):
    status, _, html = sandbox.submit(session, "card", **{**GOOD, "number": number})

    assert status == 402
    assert "ยังไม่มีการตัดเงิน" in html
    open_one = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    assert (open_one.status, open_one.payment_intent.status) == ("open", "requires_payment_method")
    assert open_one.payment_intent.last_payment_error.decline_code == decline_code
    assert client.v1.balance_transactions.list().data == []

    assert sandbox.submit(session, "card", **GOOD)[0] == 303
    assert [charge.status for charge in client.v1.charges.list().data] == ["succeeded", "failed"]


def test_the_bank_asks_first_and_a_yes_pays(client, sandbox, session):
    status, headers, _ = sandbox.submit(session, "card", **{**GOOD, "number": "4000 0025 0000 3155"})
    assert (status, headers["Location"]) == (303, f"/c/pay/{session.id}/bank?lang=th")
    assert "ธนาคารขอถามก่อน" in page(sandbox, session, "/bank")[2]
    assert client.v1.payment_intents.list().data[0].status == "requires_action"

    assert sandbox.submit(session, "bank", outcome="confirm")[0] == 303

    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"


def test_a_no_to_the_bank_charges_nothing(client, sandbox, session):
    sandbox.submit(session, "card", **{**GOOD, "number": "4000002500003155"})

    assert sandbox.submit(session, "bank", outcome="refuse")[0] == 402

    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"
    assert client.v1.balance_transactions.list().data == []


def test_the_banks_page_cannot_be_answered_unasked(client, sandbox, session):
    assert sandbox.submit(session, "bank", outcome="confirm")[0] == 303

    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "unpaid"


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("number", "4111 1111 1111 1111", "อย่ากรอกหมายเลขบัตรจริง"),
        ("expiry", "13/34", "ที่ยังไม่หมดอายุ"),
        ("expiry", "01/20", "ที่ยังไม่หมดอายุ"),
        ("cvc", "12", "กรอกรหัสหลังบัตร"),
        ("cvc", "๑๒๓", "กรอกรหัสหลังบัตร"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_charged(client, sandbox, session, field, value, says):
    status, _, html = sandbox.submit(session, "card", **{**GOOD, field: value})

    assert status == 422
    assert says in html
    assert f'aria-describedby="{field}-error"' in html
    assert client.v1.payment_intents.list().data == []


def test_a_real_card_number_is_neither_kept_nor_shown_again(sandbox, session):
    html = sandbox.submit(session, "card", **{**GOOD, "number": "4111 1111 1111 1111"})[2]

    assert "4111" not in html
    assert "4111" not in str(sandbox.state())


def test_without_a_known_email_the_page_asks_for_one(client, sandbox):
    params = session_params()
    del params["customer_email"]
    session = client.v1.checkout.sessions.create(params)

    assert sandbox.submit(session, "card", **GOOD)[0] == 422
    assert sandbox.submit(session, "card", **GOOD, email="aunt@example.com")[0] == 303

    paid = client.v1.checkout.sessions.retrieve(session.id)
    assert paid.customer_details.email == "aunt@example.com"


def test_what_the_shop_wrote_is_escaped(client, sandbox):
    price = {"currency": "thb", "unit_amount": 100_00, "product_data": {"name": "<script>alert(1)</script>"}}
    params = session_params(line_items=[{"price_data": price, "quantity": 1}], cancel_url='http://a.example/"><b>')
    session = client.v1.checkout.sessions.create(params)

    html = page(sandbox, session)[2]

    assert "<script" not in html
    assert '"><b>' not in html


def test_a_thai_address_of_the_shop_is_led_to_in_ascii(client, sandbox):
    thai = "http://127.0.0.1:8000/ขอบคุณ/?session={CHECKOUT_SESSION_ID}&next=%2Fth%2F#top"
    session = client.v1.checkout.sessions.create(session_params(success_url=thai))

    status, headers, _ = sandbox.submit(session, "card", **GOOD)

    encoded = "http://127.0.0.1:8000/%E0%B8%82%E0%B8%AD%E0%B8%9A%E0%B8%84%E0%B8%B8%E0%B8%93/"
    assert (status, headers["Location"]) == (303, f"{encoded}?session={session.id}&next=%2Fth%2F#top")


def test_an_old_tab_learns_that_it_is_over(client, sandbox, session):
    client.v1.checkout.sessions.expire(session.id)

    status, _, html = page(sandbox, session)

    assert (status, "หน้านี้หมดเวลาแล้ว" in html) == (200, True)
    assert sandbox.submit(session, "card", **GOOD)[0] == 200
    assert client.v1.charges.list().data == []


@pytest.mark.parametrize("path", ["/c/pay/", "/c/pay/cs_test_no", "/c/pay/x/y/z", "/c/pay/%E0%B8%81?lang=th"])
def test_an_unknown_page_is_a_404(sandbox, path):
    status, _, html = sandbox.ask("GET", path)

    assert (status, "<h1>" in html) == (404, True)
