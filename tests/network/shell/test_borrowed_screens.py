"""What staff hear when a screen of Wagtail's or Oscar's stumbles, and what is left to break visibly."""

import pytest
from django.db.models import ProtectedError
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.test import RequestFactory
from django.utils.translation import override

from network.people.models import User
from network.shell.borrowed_screens import BorrowedScreensMiddleware
from tests.network.people.factories import create_person, sign_in_as


def answer_to(error, path="/cms/images/1/delete/"):
    with override("th"):
        return BorrowedScreensMiddleware(None).process_exception(RequestFactory().post(path), error)


def borrowed_error():
    """As Oscar raises it on /dashboard/catalogue/option/zzz/update/."""
    try:
        get_object_or_404(User, pk="zzz")
    except ValueError as error:
        return error


def own_error():
    try:
        raise ValueError("ours")
    except ValueError as error:
        return error


def test_what_is_in_use_stays_and_the_page_says_why():
    answer = answer_to(ProtectedError("used", set()))
    assert answer.status_code == 409
    assert "ยังมีหน้าที่ใช้สิ่งนี้อยู่" in answer.content.decode()


def test_what_a_borrowed_screen_cannot_read_is_a_400_and_is_noted(caplog):
    answer = answer_to(borrowed_error())
    assert answer.status_code == 400
    assert "ระบบจดไว้แล้ว" in answer.content.decode()
    assert caplog.records[0].exc_info[1].args[0].startswith("Field 'id' expected a number")


@pytest.mark.parametrize(
    ("error", "path"),
    [(own_error(), "/cms/pages/"), (borrowed_error(), "/th/shop/"), (borrowed_error(), "/desk/"), (Http404(), "/cms/")],
)
def test_a_mistake_of_ours_is_never_hidden(error, path):
    assert answer_to(error, path) is None


@pytest.mark.django_db
def test_oscars_screens_answer_an_invented_key(client):
    sign_in_as(client, create_person(is_staff=True, is_superuser=True))
    assert client.get("/dashboard/catalogue/option/zzz/update/").status_code == 400
