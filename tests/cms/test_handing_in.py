"""A coordinator writes and hands in; an editor reads and agrees, or sends it back; each is told."""

import pytest
from django.core import mail
from wagtail.models import Task, Workflow

from cms.actions.set_up_site import set_up_site
from cms.models import StoryPage
from network.organisations.actions import withdraw_role
from network.outbox.testing import drain
from network.people.models import Message
from tests.network.people.factories import sign_in_as

from .conftest import edit_path, filled, section, staff

pytestmark = pytest.mark.django_db
TITLE = "จากลงพื้นที่"


@pytest.fixture
def page(client, coordinator, editor):
    """A story that the coordinator has handed in."""
    sign_in_as(client, coordinator)
    client.post(f"/cms/pages/add/cms/storypage/{section('stories').pk}/", {**filled(TITLE), "action-submit": "1"})
    return StoryPage.objects.get()


def judge(client, page, verdict, **more):
    state = page.current_workflow_state.current_task_state
    return client.post(f"/cms/pages/workflow/action/{page.pk}/{verdict}/{state.pk}/", more)


def told():
    """{whom: (subject, words)} of all that has been said since the last question."""
    drain()
    found = {message.to: (message.subject, message.body) for message in Message.objects.all()}
    Message.objects.all().delete()
    return found


def test_a_coordinator_cannot_publish(client, coordinator):
    sign_in_as(client, coordinator)
    add = f"/cms/pages/add/cms/storypage/{section('stories').pk}/"
    client.post(add, {**filled(TITLE), "action-publish": "1"})
    page = StoryPage.objects.get()
    assert (page.title, page.live, page.owner) == (TITLE, False, coordinator)
    client.post(edit_path(page), {**filled(TITLE), "action-publish": "1"})
    assert not StoryPage.objects.get().live


def test_what_is_handed_in_waits_for_an_editor(client, page, coordinator, editor):
    assert (page.live, page.current_workflow_state.workflow.name) == (False, "บรรณาธิการอ่านก่อนเผยแพร่")
    judge(client, page, "approve")
    assert not StoryPage.objects.get().live

    subject, words = told()[editor.email]
    assert subject == f"รออ่านก่อนเผยแพร่: {TITLE}"
    assert edit_path(page) in words
    sign_in_as(client, editor)
    assert TITLE in client.get("/cms/").content.decode()

    judge(client, page, "approve")
    assert StoryPage.objects.get().live
    subject, words = told()[coordinator.email]
    assert subject == f"เผยแพร่แล้ว: {TITLE}"
    assert "/th/stories/ruang/" in words


def test_what_is_sent_back_says_why_and_comes_again(client, page, coordinator, editor):
    told()
    sign_in_as(client, editor)
    judge(client, page, "reject", comment="เล่าให้จบก่อน")
    assert not StoryPage.objects.get().live
    subject, words = told()[coordinator.email]
    assert subject == f"ขอให้แก้อีกครั้ง: {TITLE}"
    assert "เล่าให้จบก่อน" in words

    sign_in_as(client, coordinator)
    client.post(edit_path(page), {**filled(TITLE), "action-submit": "1"})
    assert list(told()) == [editor.email]


def test_every_editor_but_the_one_who_handed_in_is_told(client, home):
    first, second, former = staff("editor"), staff("editor"), staff("editor")
    withdraw_role(former, "editor")
    sign_in_as(client, first)
    client.post(f"/cms/pages/add/cms/storypage/{section('stories').pk}/", {**filled(TITLE), "action-submit": "1"})
    assert list(told()) == [second.email]


def test_no_mail_leaves_while_somebody_waits(page):
    """Wagtail's own notifications would."""
    assert mail.outbox == []


def test_what_an_admin_made_of_the_workflow_stays(home):
    Workflow.objects.update(name="สองคนอ่าน")
    Task.objects.update(name="คนแรกอ่าน")
    set_up_site()
    assert [one.name for one in Workflow.objects.all()] == ["สองคนอ่าน"]
    assert [one.name for one in Task.objects.all()] == ["คนแรกอ่าน"]
