import time

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from network.clock import now
from network.outbox.actions import promise
from network.outbox.models import Promise
from network.outbox.testing import handled_by
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db

LIST = reverse("admin:outbox_promise_changelist")


@pytest.fixture
def dead():
    with handled_by("test.note", print):
        made = promise("test.note", {"order": "order:k3f9"})
        Promise.objects.update(dead_at=now(), tries=8, last_error="ValueError in send")
        yield made


@pytest.fixture
def staff(client):
    """Sign somebody in who may look, and may do what else is named."""

    def sign_in(*may):
        person = create_person(email="kesara@example.org", is_staff=True)
        person.user_permissions.set(Permission.objects.filter(codename__in=["view_promise", *may]))
        client.force_login(person)
        session = client.session
        session["account_authentication_methods_user"] = str(person.pk)
        session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
        session.save()
        return client

    return sign_in


def replay_address(promise):
    return reverse("admin:outbox_promise_replay", args=[promise.pk])


def waits_again(promise):
    promise.refresh_from_db()
    return promise.dead_at is None


def test_staff_replay_with_one_button(staff, dead):
    client = staff("replay_promise")
    assert f'formaction="{replay_address(dead)}"' in client.get(LIST).content.decode()

    answer = client.post(replay_address(dead), follow=True)

    assert "กำลังลองอีกครั้ง 1 รายการ" in answer.content.decode()
    assert waits_again(dead)


def test_staff_replay_several_at_once(staff, dead):
    client = staff("replay_promise")
    client.post(LIST, {"action": "replay_chosen", "_selected_action": [dead.pk]})
    assert waits_again(dead)


def test_who_may_only_look_sees_no_button_and_replays_nothing(staff, dead):
    client = staff()
    assert "formaction" not in client.get(LIST).content.decode()

    client.post(LIST, {"action": "replay_chosen", "_selected_action": [dead.pk]})
    assert client.post(replay_address(dead)).status_code == 403
    assert not waits_again(dead)


def test_looking_replays_nothing(staff, dead):
    client = staff("replay_promise")
    assert client.get(replay_address(dead)).status_code == 405
    assert not waits_again(dead)


def test_strangers_are_sent_away(client, dead):
    assert client.post(replay_address(dead)).status_code == 302
    assert not waits_again(dead)


def test_nothing_can_be_changed_added_or_deleted(staff, dead):
    client = staff("replay_promise", "change_promise", "add_promise", "delete_promise")
    detail = reverse("admin:outbox_promise_change", args=[dead.pk])

    assert client.get(detail).status_code == 200
    assert client.post(detail, {"topic": "test.other"}).status_code == 403
    assert client.get(reverse("admin:outbox_promise_add")).status_code == 403
    assert client.post(reverse("admin:outbox_promise_delete", args=[dead.pk])).status_code == 403
    dead.refresh_from_db()
    assert dead.topic == "test.note"


@pytest.mark.parametrize(
    ("state", "shown"), [("dead", 1), ("nonsense", 1), ("waiting", 0), ("kept", 0), ("retrying", 0)]
)
def test_the_list_is_sifted_by_state(staff, dead, state, shown):
    page = staff().get(LIST, {"state": state})
    assert page.context["cl"].result_count == shown
