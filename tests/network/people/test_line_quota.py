"""What leaves by LINE at once, what waits for the evening, and that a used-up month loses nothing."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
import time_machine
from django.conf import settings as site
from django.core import mail

from network.outbox.models import Promise
from network.outbox.schedule import promise_turns
from network.outbox.testing import drain
from network.people.actions import digests
from network.people.actions.digests import promise_digests, write_digest
from network.people.contacts import Contact
from network.people.line import figures
from network.people.messages import TOPIC, deliver, tell
from network.people.models import LineMonth, Message, Pace, User
from network.people.promises import ask_line
from tests.network.people.factories import create_person, sign_in_as
from tests.races import breaks

NEWS, URGENT = "people_tests/messages/news", "consignments/messages/cancelled"
SAFETY = "people/messages/password_changed"
CONTEXT = {"number": "1", "seller": "x", "lines": [], "path": "/desk/"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words(settings, tmp_path):
    """A message that nothing hurries."""
    folder = tmp_path / NEWS
    folder.mkdir(parents=True)
    (folder / "subject.txt").write_text("News")
    (folder / "body.txt").write_text("{{ piece }}")
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], tmp_path]}]


def evening(day="2026-11-28"):
    promise_digests(day_of(day))
    drain()


def day_of(text):
    return datetime.fromisoformat(text).date()


def texts(line, person):
    return [text for push in line.pushes(person.line_uid) for text in push["texts"]]


def month():
    return LineMonth.objects.get()


def someone(name, **fields):
    return create_person(line_uid=f"U-{name}", language="en", **fields)


def test_every_name_that_is_urgent_begins_a_message_that_exists():
    folders = {str(path.parent.relative_to(site.ROOT / "templates")) for path in subjects()}

    assert len(folders) > 30
    for beginning in [*site.MESSAGES_OF_SAFETY, *site.MESSAGES_AT_ONCE]:
        assert any(folder.startswith(beginning) for folder in folders), beginning


def subjects():
    for folder, _folders, files in os.walk(site.ROOT / "templates"):
        if "subject.txt" in files and "messages" in folder:
            yield Path(folder, "subject.txt")


def test_what_is_urgent_leaves_at_once_and_the_rest_in_one_push_in_the_evening(line):
    person = someone("evening")
    for piece in ["one", "two"]:
        tell(person, NEWS, {"piece": piece})
    tell(person, URGENT, CONTEXT)
    drain()
    [urgent] = texts(line, person)

    evening()
    evening()

    [_urgent, digest] = texts(line, person)
    assert "• one" in digest
    assert "• two" in digest
    assert "/en/me/line/" in digest
    assert month().pushed == 2
    assert not Message.objects.unsent().exists()
    assert not any(Message.objects.values_list("context", flat=True))


def test_an_e_mail_never_waits():
    assert tell("fah@example.org", NEWS, {"piece": "one"}).urgency == Message.Urgency.NOW


def test_there_is_one_digest_a_day_and_what_comes_later_waits_for_the_next(line):
    person = someone("daily")
    tell(person, NEWS, {"piece": "morning"})
    evening()
    tell(person, NEWS, {"piece": "night"})

    evening()
    assert len(texts(line, person)) == 1
    evening("2026-11-29")
    assert "night" in texts(line, person)[1]


def two_digests_of_a_day(name):
    """Whether one person gets two on the same day."""
    for piece in ["one", "two"]:
        message = tell(Contact("line", f"U-{name}"), NEWS, {"piece": piece})
        write_digest(message.key, "2026-11-28", topic=TOPIC)
    return Message.objects.filter(template=digests.DIGEST, to=f"U-{name}").count() > 1


def test_without_the_unique_name_a_day_has_two_digests(monkeypatch):
    names = iter(range(100))
    assert not any(two_digests_of_a_day(number) for number in range(3))
    monkeypatch.setattr(digests, "name_of", lambda asked, day: str(next(names)))
    assert breaks(lambda number: two_digests_of_a_day(f"twin{number}")) >= 9


def test_who_wants_everything_in_the_evening_gets_it_then_but_her_account_is_never_silent(line):
    person = someone("calm", line_pace=Pace.DIGEST)
    tell(person, URGENT, CONTEXT)
    drain()
    assert texts(line, person) == []

    tell(person, SAFETY)
    drain()
    assert len(texts(line, person)) == 1
    evening()
    assert len(texts(line, person)) == 2


def test_a_used_up_month_sends_what_is_urgent_another_way_and_keeps_the_rest(line, settings):
    settings.LINE_MONTHLY_QUOTA, settings.LINE_QUOTA_RESERVE = 2, 1
    with_phone, only_line = someone("phone", phone="+66812345678"), someone("only")
    for person in [with_phone, only_line]:
        tell(person, URGENT, CONTEXT)
        tell(person, NEWS, {"piece": "later"})
    drain()
    assert month().pushed == 2

    tell(with_phone, URGENT, CONTEXT)
    tell(only_line, URGENT, CONTEXT)
    drain()
    evening()

    assert Message.objects.filter(channel="sms", to="+66812345678").exclude(sent_at=None).count() == 1
    assert month().pushed == 2
    waiting = Message.objects.waiting()
    assert sorted(waiting.values_list("to", "template")) == [
        ("U-only", URGENT),
        ("U-only", NEWS),
        ("U-phone", NEWS),
    ]
    settings.LINE_QUOTA_RESERVE = 0
    LineMonth.objects.update(quota=300)
    evening("2026-11-29")
    assert not Message.objects.unsent().exists()
    assert "later" in texts(line, with_phone)[-1]


def test_the_evening_leaves_the_reserve_to_what_is_urgent(line, settings):
    settings.LINE_MONTHLY_QUOTA, settings.LINE_QUOTA_RESERVE = 10, 10
    person = someone("reserve")
    tell(person, NEWS, {"piece": "later"})
    evening()
    assert texts(line, person) == []
    tell(person, URGENT, CONTEXT)
    drain()
    assert len(texts(line, person)) == 1


def test_when_line_says_the_month_is_used_up_its_figures_end_that(line):
    person = someone("full", email="full@example.org", email_verified=False)
    User.objects.filter(pk=person.pk).update(email=None)
    person.refresh_from_db()
    line.set(quota=0, by_hand=40)
    tell(person, URGENT, CONTEXT)
    drain()

    assert (month().used_up_at is None, month().pushed) == (False, 0)
    line.set(quota=500)
    ask_line({}, idempotency_key="k")()
    assert (month().used_up_at, month().quota) == (None, 500)
    assert month().elsewhere == figures()[1]
    line.set(quota=None)
    ask_line({}, idempotency_key="k")()
    assert month().quota is None


def test_haste_and_lost_answers_are_tried_again_and_counted_once(line):
    person = someone("again")
    key = tell(person, URGENT, CONTEXT).key
    line.set(faults=["haste", "error", "lost"])
    for _try in range(3):
        with pytest.raises(requests.HTTPError):
            deliver(key)
    deliver(key)()  # LINE answers 409: it had it already

    assert len(texts(line, person)) == 1
    assert month().pushed == 1
    assert deliver(key) is None


def test_whom_line_does_not_let_us_write_to_is_told_another_way_and_after_following_again_by_line(line, settings):
    settings.DEMO = False
    person = someone("blocked", email="blocked@example.org", email_verified=False)
    line.follow("U-blocked", following=False)
    message = tell(person, URGENT, CONTEXT)
    assert message.channel == "line"
    drain()

    person.refresh_from_db()
    assert (person.line_reachable, month().pushed) == (False, 0)
    assert [sent.to for sent in mail.outbox] == [["blocked@example.org"]]
    User.objects.filter(pk=person.pk).update(email=None)
    person.refresh_from_db()
    assert tell(person, URGENT, CONTEXT) is None
    line.follow("U-blocked", following=True)


def test_a_digest_that_is_late_is_still_of_the_evening_before():
    for hour, day in [(10, "2026-11-27"), (11, "2026-11-28"), (20, "2026-11-28")]:
        assert digests.evening_of(datetime(2026, 11, 28, hour, tzinfo=UTC)) == day_of(day)


def test_turns_are_promised_at_the_settled_hour(line):
    with time_machine.travel(datetime(2026, 11, 28, 10, 59, tzinfo=UTC)):
        promise_turns()
    before = Promise.objects.filter(topic="people.digests").count()
    with time_machine.travel(datetime(2026, 11, 28, 11, 1, tzinfo=UTC)):
        promise_turns()
        promise_turns()
    assert Promise.objects.filter(topic="people.digests").count() <= before + 1


def test_she_chooses_how_often_on_her_own_page(client, line):
    person = create_person(line_uid="U-page")
    sign_in_as(client, person)
    assert "/th/me/line/" in client.get("/th/me/").content.decode()

    refused = client.post("/th/me/line/", {"line_pace": "off"})
    assert refused.status_code == 422
    assert "line_pace" in refused.context["form"].errors
    tell(person, NEWS, {"piece": "later"})
    User.objects.filter(pk=person.pk).update(email="page@example.org")
    assert client.post("/th/me/line/", {"line_pace": "off"}).status_code == 302
    drain()
    assert [sent.to for sent in mail.outbox] == [["page@example.org"]]
    sign_in_as(client, create_person())
    assert client.get("/th/me/line/").url == "/th/me/"
