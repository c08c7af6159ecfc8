import pytest
from django.core.checks import run_checks

from network.outbox.testing import drain
from network.people.actions.second_factor import enrol_totp
from network.people.messages import tell
from network.people.second_factor import current_code
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db

MAILBOX = "/demo/mailbox/"


def test_the_demo_s_mailbox_shows_every_message_and_the_codes_of_the_app(client):
    enrolled = enrol_totp(create_person(first_name="เกสร", is_staff=True))
    tell("fah@example.org", "people/messages/code", {"code": "123456", "minutes": 10})
    tell("0812345678", "people/messages/code", {"code": "654321", "minutes": 10})
    drain()

    page = client.get(MAILBOX).content.decode()

    assert {"123456", "654321", current_code(enrolled)} <= set(page.replace(">", " ").replace("<", " ").split())
    assert "654321" not in client.get(MAILBOX, {"to": "fah@example.org"}).content.decode()


def test_there_is_none_outside_the_demo(client, settings):
    settings.DEMO = False

    assert client.get(MAILBOX).status_code == 404


@pytest.mark.parametrize("address", ["10.0.0.7", "203.0.113.9", "::ffff:10.0.0.7"])
def test_there_is_none_for_other_machines(client, address):
    assert client.get(MAILBOX, REMOTE_ADDR=address).status_code == 404


def test_a_demo_that_answers_to_strangers_does_not_pass_the_checks(settings):
    assert [fault.id for fault in run_checks() if fault.id == "people.E001"] == []
    settings.ALLOWED_HOSTS = ["chanchala.example", "localhost"]

    assert [fault.id for fault in run_checks() if fault.id == "people.E001"] == ["people.E001"]
    settings.DEMO = False
    assert [fault.id for fault in run_checks() if fault.id == "people.E001"] == []


def test_an_old_code_is_no_longer_kept_outside_the_demo(settings):
    settings.DEMO = False
    message = tell("fah@example.org", "people/messages/code", {"code": "123456", "minutes": 10})
    drain()

    message.refresh_from_db()
    assert (message.body, message.context) == ("", {})
