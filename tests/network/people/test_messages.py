import json
import uuid

import pytest
import requests
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction

from network.outbox.models import Promise
from network.outbox.testing import drain
from network.people import channels
from network.people.contacts import Contact
from network.people.messages import deliver, tell
from network.people.models import Message
from tests.network.people.factories import create_person, create_person_without_email

pytestmark = pytest.mark.django_db

TEMPLATE = "people/messages/contact_changed"
CONTEXT = {"new": "ฟ้า & <b>"}


@pytest.fixture
def posted(monkeypatch):
    """What would have been posted to a gateway, and the answer it gives."""
    seen = []

    def post(address, **options):
        seen.append((address, options))
        answer = requests.Response()
        answer.status_code = post.status
        return answer

    post.status = 200
    monkeypatch.setattr(channels.requests, "post", post)
    seen_and_status = type("Posted", (), {"seen": seen, "answer": post})
    return seen_and_status


def test_a_message_is_promised_now_and_leaves_when_the_promise_is_kept():
    person = create_person(email="fah@example.org")

    tell(person, TEMPLATE, CONTEXT)
    assert mail.outbox == []
    drain()

    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["fah@example.org"], "ช่องทางติดต่อของคุณถูกเปลี่ยน")
    assert "ฟ้า & <b>" in sent.body
    assert "ฟ้า &amp; &lt;b&gt;" in sent.alternatives[0].content
    assert Message.objects.get().sent_at is not None


def test_no_personal_data_waits_in_the_outbox():
    tell("fah@example.org", TEMPLATE, CONTEXT)

    assert json.dumps(Promise.objects.get().payload).find("fah") == -1


def test_a_message_of_a_cause_that_rolls_back_was_never_promised():
    with transaction.atomic():
        tell("fah@example.org", TEMPLATE, CONTEXT)
        transaction.set_rollback(True)

    assert drain() == 0
    assert (Message.objects.count(), mail.outbox) == (0, [])


def test_a_promise_kept_twice_sends_once():
    key = tell("fah@example.org", TEMPLATE, CONTEXT).key
    deliver(key)()

    assert deliver(key) is None
    assert deliver(uuid.uuid4()) is None
    assert len(mail.outbox) == 1


def test_people_are_told_in_their_own_language():
    tell(create_person(language="en"), TEMPLATE, CONTEXT)
    tell("guest@example.org", TEMPLATE, CONTEXT, "en")
    drain()

    assert [sent.subject for sent in mail.outbox] == ["Your contact was changed"] * 2


def test_the_best_proved_channel_is_chosen():
    assert tell(create_person_without_email(), TEMPLATE).channel == "sms"
    assert tell(create_person(line_uid="U1"), TEMPLATE).channel == "line"
    assert tell(create_person(email="a@example.org", line_uid="U2"), TEMPLATE).channel == "email"
    unproved = create_person(email="b@example.org", email_verified=False, phone="+66812340000", phone_verified=True)
    assert tell(unproved, TEMPLATE).channel == "sms"


def test_whom_no_channel_reaches_is_promised_nothing(settings):
    settings.DEMO = False

    assert tell(create_person_without_email(), TEMPLATE) is None
    assert tell(Contact("line", "U1"), TEMPLATE) is None
    assert (Message.objects.count(), Promise.objects.count()) == (0, 0)


def test_a_text_that_is_no_contact_is_refused_where_it_is_told():
    with pytest.raises(ValidationError):
        tell("somebody", TEMPLATE)
    assert Message.objects.count() == 0


def test_a_gateway_gets_number_text_and_the_key_that_makes_a_second_try_harmless(settings, posted):
    settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN = "https://sms.invalid/send", "secret"
    message = tell("0812345678", "people/messages/code", {"code": "123456", "minutes": 10}, "en")
    drain()

    [(address, options)] = posted.seen
    assert address == "https://sms.invalid/send"
    assert options["data"] == {
        "to": "+66812345678",
        "text": "123456 is your code for Chanchala. Tell it to nobody.",
    }
    assert options["headers"] == {"Authorization": "Bearer secret", "Idempotency-Key": str(message.key)}
    assert options["timeout"] == (3, 10)


def test_a_gateway_that_fails_leaves_the_message_to_be_tried_again(settings, posted):
    settings.SMS_GATEWAY_URL = "https://sms.invalid/send"
    posted.answer.status = 500
    tell("0812345678", TEMPLATE, CONTEXT)

    with pytest.raises(requests.HTTPError):
        drain()
    assert Message.objects.get().sent_at is None
