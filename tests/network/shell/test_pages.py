"""The frame around every page, what went wrong, and what browsers may load."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import override
from django_ratelimit.exceptions import Ratelimited

from network import clock
from network.shell import views
from network.shell.basket_count import remember_basket_count
from network.shell.frame import Frame
from network.shell.middleware import CompressionMiddleware, ContentSecurityPolicyMiddleware


@pytest.fixture
def request_in_thai():
    with override("th"):
        yield RequestFactory().get("/th/shop/p/namtantanot/")


def test_the_frame_knows_where_the_reader_stands(request_in_thai):
    frame = Frame(request_in_thai)
    assert [tab.path for tab in frame.tabs if tab.current] == ["/th/shop/"]
    assert frame.search == "/th/search/"


def test_home_is_current_only_at_home():
    with override("en"):
        assert [tab.path for tab in Frame(RequestFactory().get("/en/")).tabs if tab.current] == ["/en/"]


def test_the_foot_says_who_answers_for_the_site_as_far_as_that_is_known(request_in_thai, settings):
    assert "เลขทะเบียน" not in views.not_found(request_in_thai, None).content.decode()
    settings.LEGAL_NAME, settings.REGISTRATION_NUMBER = "มูลนิธิ <สงขลา>", "0994000000000"

    page = views.not_found(request_in_thai, None).content.decode()
    assert "มูลนิธิ &lt;สงขลา&gt;" in page
    assert "เลขทะเบียน 0994000000000" in page
    assert "เลขทะเบียนพาณิชย์อิเล็กทรอนิกส์" not in page


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (lambda request: views.not_found(request, None), 404, "ไม่พบหน้านี้"),
        (lambda request: views.bad_request(request, None), 400, "เราอ่านข้อมูลนี้ไม่ได้"),
        (lambda request: views.permission_denied(request, PermissionDenied()), 403, "หน้านี้ไม่ได้เปิดให้คุณ"),
        (lambda request: views.permission_denied(request, Ratelimited()), 429, "ช้าลงอีกนิดนะ"),
        (views.server_error, 500, "มีบางอย่างเสียที่ฝั่งเรา"),
    ],
)
def test_what_went_wrong_is_said_in_the_readers_language_without_a_query(request_in_thai, answer, status, words):
    response = answer(request_in_thai)
    assert response.status_code == status
    assert words in response.content.decode()


def policy(path):
    request = RequestFactory().get(path)
    return ContentSecurityPolicyMiddleware(lambda request: HttpResponse())(request)["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/th/", "/desk/", "/en/shop/checkout/", "/styleguide/", "/cmsx/", "/django-admin/"])
def test_readers_and_sellers_get_the_strict_policy(path):
    rules = dict(rule.split(" ", 1) for rule in policy(path).split("; "))
    assert rules["default-src"] == rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == rules["object-src"] == "'none'"
    assert rules["img-src"] == "'self' data: blob:"
    assert rules["form-action"].split()[0] == "'self'"


@pytest.mark.parametrize("path", ["/cms/", "/dashboard/orders/"])
def test_staff_screens_may_carry_their_own_styles_and_scripts(path):
    assert "'unsafe-inline'" in policy(path)
    assert "unsafe-eval" not in policy(path)
    assert "object-src 'none'" in policy(path)


def test_the_number_on_the_basket_is_a_cookie_that_a_script_can_read():
    response = remember_basket_count(HttpResponse(), 3)
    assert response.cookies["basket_count"].value == "3"
    assert not response.cookies["basket_count"]["httponly"]


def test_an_empty_basket_takes_the_cookie_away():
    assert remember_basket_count(HttpResponse(), 0).cookies["basket_count"]["max-age"] == 0


@pytest.mark.parametrize(
    ("kind", "packed"), [("text/html; charset=utf-8", True), ("application/json", True), ("image/webp", False)]
)
def test_words_travel_packed_and_pictures_as_they_are(kind, packed):
    request = RequestFactory().get("/th/", headers={"accept-encoding": "gzip"})
    answer = CompressionMiddleware(lambda _: HttpResponse("คำ " * 500, content_type=kind))(request)
    assert (answer.get("Content-Encoding") == "gzip") is packed


@pytest.mark.parametrize("path", ["/en/orders/a%00b/", "/en/pay/%00/", "/th/%00/", "/dashboard/orders/1%00/"])
def test_an_address_with_a_nul_is_refused_before_any_database_is_asked(client, path):
    answer = client.get(path)
    assert answer.status_code == 400
    assert "error" not in answer.content.decode().lower()


@pytest.mark.django_db
def test_who_finds_a_hole_is_told_whom_to_write_to(client, settings):
    settings.SECURITY_CONTACT, settings.SITE_URL = "safety@example.org", "https://chanchala.example.org"
    answer = client.get("/.well-known/security.txt")
    told = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert told["Contact"] == "mailto:safety@example.org"
    assert told["Canonical"] == "https://chanchala.example.org/.well-known/security.txt"
    assert timedelta(0) < datetime.fromisoformat(told["Expires"]) - clock.now() < timedelta(days=366)
    assert told["Preferred-Languages"].startswith("th")


@pytest.mark.django_db
@pytest.mark.one_database
def test_not_even_what_only_leads_on_may_be_framed(client):
    assert client.get("/").headers["X-Frame-Options"] == "DENY"
