import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from PIL import Image

from network.organisations.actions import grant_role
from network.organisations.models import Organisation
from network.payments.models import PaymentAttempt, Slip
from network.people.models import User
from tests.network.payments.conftest import make_attempt, make_holder
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db


def photo(size=(400, 800), name="slip.jpg"):
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, "JPEG", exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00")
    return SimpleUploadedFile(name, buffer.getvalue(), content_type="image/jpeg")


def page(name, *args, language="en"):
    with override(language):
        return reverse(name, args=args)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_shows_whom_how_much_and_until_when(client, attempt, language):
    answer = client.get(page("pay:attempt", attempt.token, language=language)).content.decode()

    assert "เครือข่ายสาธิต" in answer
    assert ("฿500" if language == "th" else "THB 500") in answer
    assert attempt.public_id in answer


def test_the_qr_is_a_picture_to_save(client, attempt):
    answer = client.get(page("pay:qr", attempt.token) + "?download")

    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (720, 1010)
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_slip_is_handed_in_without_a_trace_of_the_phone(client, attempt):
    answer = client.post(page("pay:attempt", attempt.token), {"picture": photo()})

    assert answer.status_code == 302
    kept = Image.open(Slip.objects.get().picture)
    assert kept.format == "JPEG"
    assert not kept.getexif()


BAD = {
    "a text": SimpleUploadedFile("slip.jpg", b"I am no picture", content_type="image/jpeg"),
    "empty": SimpleUploadedFile("slip.jpg", b"", content_type="image/jpeg"),
    "svg": SimpleUploadedFile("slip.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/svg+xml"),
    "cut short": SimpleUploadedFile("slip.png", b"\x89PNG\r\n\x1a\n\x00\x00", content_type="image/png"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(client, attempt, case):
    BAD[case].seek(0)
    answer = client.post(page("pay:attempt", attempt.token), {"picture": BAD[case]})

    assert answer.status_code == 422
    assert Slip.objects.count() == 0
    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.CREATED


def test_a_picture_of_eighty_million_pixels_is_refused_unopened(client, attempt):
    buffer = io.BytesIO()
    Image.new("1", (9000, 9000)).save(buffer, "PNG")
    upload = SimpleUploadedFile("slip.png", buffer.getvalue(), content_type="image/png")

    answer = client.post(page("pay:attempt", attempt.token), {"picture": upload})
    assert answer.status_code == 422
    assert "25 million" in answer.content.decode()


def test_an_unknown_token_is_not_found(client, attempt):
    assert client.get(page("pay:attempt", "x" * 27)).status_code == 404


def test_cancelling_gives_back_what_was_held(client, attempt, jar):
    client.post(page("pay:cancel", attempt.token))

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.CANCELLED
    assert jar.released == ["jar:one"]


@pytest.fixture
def treasurer(client):
    user = create_person(is_staff=True)
    grant_role(user, "treasurer")
    sign_in_as(client, user)
    return user


def handed_in(client, attempt):
    client.post(page("pay:attempt", attempt.token), {"picture": photo()})
    return Slip.objects.get(attempt=attempt)


def test_the_treasurer_sees_the_picture_beside_the_amount_and_confirms(client, attempt, treasurer):
    slip = handed_in(client, attempt)
    answer = client.get(f"/desk/payments/slips/{slip.public_id}/")
    assert "฿500" in answer.content.decode()
    assert client.get(f"/desk/payments/slips/{slip.public_id}/picture/")["Content-Type"] == "image/jpeg"

    client.post(f"/desk/payments/slips/{slip.public_id}/", {"verdict": "confirm"})
    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.PAID


def test_a_wrong_amount_that_is_no_amount_comes_back_filled_in(client, attempt, treasurer):
    slip = handed_in(client, attempt)
    answer = client.post(f"/desk/payments/slips/{slip.public_id}/", {"verdict": "wrong_amount", "received": "much"})

    assert answer.status_code == 422
    assert 'value="much"' in answer.content.decode()
    slip.refresh_from_db()
    assert slip.status == Slip.Status.WAITING


def test_the_list_of_slips_asks_as_much_for_many_as_for_few(client, holder, treasurer):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/desk/payments/slips/").status_code == 200
        return len(queries)

    handed_in(client, make_attempt(holder, key="first"))
    asked()
    few = asked()
    for number in range(9):
        handed_in(client, make_attempt(holder, key=f"more {number}", parts=(("jar", f"jar:{number}", 100_00),)))
    assert asked() == few


@pytest.mark.parametrize("address", ["", "picture/"])
def test_nobody_else_sees_a_slip(client, attempt, address):
    slip = handed_in(client, attempt)
    url = f"/desk/payments/slips/{slip.public_id}/{address}"
    assert client.get(url).status_code == 302

    client.force_login(User.objects.create_user("somebody@example.org"))
    assert client.get(url).status_code == 404


def test_a_funds_slip_is_its_stewards_and_not_the_treasurers(client, treasurer, jar):
    organisation = Organisation.objects.create(slug="steward")
    attempt = make_attempt(make_holder(organisation=organisation, is_default=False), key="fund")
    slip = handed_in(client, attempt)

    assert client.get(f"/desk/payments/slips/{slip.public_id}/").status_code == 404


def test_what_a_bank_transfer_needs_can_be_copied(client, holder):
    attempt = make_attempt(holder, key="copied", gateway="bank_transfer", parts=(("jar", "jar:copied", 1_234_50),))
    answer = client.get(page("pay:attempt", attempt.token)).content.decode()

    for text in (holder.bank_account, "1234.50", attempt.public_id):
        assert f'data-text="{text}"' in answer


@pytest.mark.parametrize(("language", "words"), [("th", "โหลของ th"), ("en", "โหลของ en")])
def test_slips_are_named_in_the_judges_language(client, attempt, jar, monkeypatch, language, words):
    treasurer = create_person(is_staff=True)
    grant_role(treasurer, "treasurer")
    client.post(page("pay:attempt", attempt.token), {"picture": photo()})
    monkeypatch.setattr(jar, "describe", lambda refs, language: dict.fromkeys(refs, f"โหลของ {language}"))
    sign_in_as(client, treasurer)
    client.cookies["language"] = language

    assert words in client.get(reverse("payments_desk:slips")).content.decode()
