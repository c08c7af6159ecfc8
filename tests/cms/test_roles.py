"""Editors publish, coordinators write and hand in, and neither sees more of the house than that."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Page, Task, Workflow
from wagtail.test.utils.form_data import streamfield

from cms.actions.set_up_site import set_up_site
from cms.models import Picture, StoryPage
from network.cards.models import Card
from network.organisations.actions import group_of, withdraw_role
from network.outbox.testing import drain
from tests.marketplace.factories import photo
from tests.network.people.factories import create_person, sign_in_as

from .conftest import SUPPORT, edit_path, filled, section, staff, tell_story

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_an_editor_edits_a_draft_and_publishes_it(client, editor):
    page = tell_story("เก่า", support=[SUPPORT])
    sign_in_as(client, editor)
    assert client.get("/cms/").status_code == 200
    assert client.get(edit_path(page)).status_code == 200

    client.post(edit_path(page), filled("ใหม่"))
    assert StoryPage.objects.get().title == "เก่า"
    assert StoryPage.objects.get().get_latest_revision_as_object().title == "ใหม่"

    client.post(edit_path(page), {**filled("ใหม่"), "action-publish": "1"})
    drain()
    assert StoryPage.objects.get().title == "ใหม่"
    assert Card.objects.get(ref=page.ref, language="th").title == "ใหม่"


def test_an_editor_works_in_every_language_of_the_site(client, editor):
    sign_in_as(client, editor)
    for language in ("th", "en"):
        stories = section("stories", language)
        assert client.get(edit_path(stories)).status_code == 200
        assert client.get(f"/cms/pages/add/cms/storypage/{stories.pk}/").status_code == 200


@pytest.mark.parametrize(
    "path", ["users/", "groups/", "sites/", "locales/", "workflows/list/", "workflows/tasks/index/", "redirects/"]
)
def test_the_house_itself_is_shut_to_editors(client, editor, path):
    sign_in_as(client, editor)
    response = client.get(f"/cms/{path}")
    assert (response.status_code, response.headers["Location"]) == (302, "/cms/")


def test_editors_neither_make_nor_remove_front_pages(client, editor, home):
    sign_in_as(client, editor)
    root = Page.get_first_root_node()
    assert client.get(f"/cms/pages/add/cms/homepage/{root.pk}/").headers["Location"] == "/cms/"
    assert client.post(f"/cms/pages/{home.pk}/delete/").headers["Location"] == "/cms/"
    assert Page.objects.filter(pk=home.pk).exists()


def test_editors_change_nothing_elsewhere(client, editor):
    sign_in_as(client, editor)
    assert client.get("/django-admin/people/user/").status_code == 403
    assert client.post(f"/django-admin/people/user/{editor.pk}/change/", {"is_superuser": "on"}).status_code == 403
    assert client.get("/dashboard/").status_code == 403


@pytest.mark.parametrize("role", ["reviewer", "treasurer"])
def test_roles_without_pages_stay_outside(client, home, role):
    sign_in_as(client, staff(role))
    assert client.get("/cms/").headers["Location"] == "/th/account/sign-in/?next=/cms/"


def test_a_former_editor_stays_outside_at_once(client, editor):
    page = tell_story()
    sign_in_as(client, editor)
    assert client.get(edit_path(page)).status_code == 200
    withdraw_role(editor, "editor")
    assert client.get(edit_path(page)).headers["Location"] == f"/th/account/sign-in/?next={edit_path(page)}"


def test_an_editor_without_a_second_factor_is_asked_for_one(client, editor):
    client.force_login(editor)
    assert client.get("/cms/").headers["Location"] == "/th/account/second-step/begin/?next=%2Fcms%2F"


def test_a_coordinator_changes_no_page_of_others(client, coordinator, home):
    page = tell_story()
    sign_in_as(client, coordinator)
    for other in (page, home, section("stories")):
        assert client.get(edit_path(other)).headers["Location"] == "/cms/"


def test_pictures_are_put_in_store_with_the_consent_of_the_people_on_them(client, editor):
    sign_in_as(client, editor)
    told = {
        "title": "แม่ยก",
        "people": "adults",
        "licence": "asked",
        "credit": "ทีมสื่อชุมชน",
        "tags": "",
        "alt_th": "แม่ยกกับกี่",
    }
    refused = client.post("/cms/images/add/", {**told, "file": photo()})
    assert "แนบหนังสือยินยอม หรือเลือกภาพอื่น" in refused.content.decode()
    assert not Picture.objects.exists()

    consent = SimpleUploadedFile("consent.pdf", b"%PDF-1.4", "application/pdf")
    client.post("/cms/images/add/", {**told, "file": photo(), "consent_file": consent})
    picture = Picture.objects.get()
    assert (picture.uploaded_by_user, picture.may_be_shown) == (editor, True)


def test_a_picture_without_consent_is_refused_in_the_editors_language(client, editor):
    page = tell_story(support=[SUPPORT])
    picture = Picture.objects.create(title="แม่ยก", file=photo(), people="adults")
    sign_in_as(client, editor)
    client.cookies["language"] = "th"
    alone = client.post(edit_path(page), {**filled("ใหม่", picture=picture.pk), "action-publish": "1"})
    block = streamfield([("picture", {"picture": picture.pk, "caption": ""})])
    within = client.post(edit_path(page), {**filled("ใหม่", body=block), "action-publish": "1"})
    told = "ภาพนี้ยังไม่มีหนังสือยินยอม หรือการยินยอมหมดอายุแล้ว"
    assert told in alone.content.decode()
    assert for_scripts(told) in within.content.decode()
    assert StoryPage.objects.get().title == "เรื่องหนึ่ง"


def for_scripts(text):
    """As it stands in the JSON from which Wagtail's scripts build the blocks."""
    return json.dumps(text).strip('"')


def test_a_draft_is_seen_in_the_frame_beside_the_form_and_in_no_other(client, editor):
    page = tell_story("เก่า", support=[SUPPORT])
    sign_in_as(client, editor)
    preview = f"{edit_path(page)}preview/"
    assert client.post(preview, filled("ใหม่")).json()["is_valid"]
    shown = client.get(preview)
    assert "<h1>ใหม่</h1>" in shown.content.decode()
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self';" in shown.headers["Content-Security-Policy"] + ";"

    public = client.get("/th/stories/ruang/")
    assert "<h1>เก่า</h1>" in public.content.decode()
    assert public.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none';" in public.headers["Content-Security-Policy"] + ";"


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_page_is_seen_before_it_is_saved_for_the_first_time(client, editor, language):
    sign_in_as(client, editor)
    stories = section("stories", language)
    preview = f"/cms/pages/add/cms/storypage/{stories.pk}/preview/"
    assert client.post(preview, filled("ยังไม่บันทึก")).json()["is_valid"]
    shown = client.get(preview).content.decode()
    assert "<h1>ยังไม่บันทึก</h1>" in shown
    assert f'<html lang="{language}"' in shown
    assert not StoryPage.objects.exists()


def test_the_editors_form_names_the_chosen_cards(client, editor, home):
    story = tell_story("เรื่องของกองทุน", slug="fund")
    drain()
    page = tell_story(support=[story.ref])
    sign_in_as(client, editor)
    client.cookies["language"] = "th"
    block = page.support.stream_block.child_blocks["card"]
    assert block.get_form_state(story.ref) == {"id": story.ref, "edit_url": None, "title": "เรื่องของกองทุน"}
    assert block.get_form_state("") is None
    assert for_scripts("เรื่องของกองทุน") in client.get(edit_path(page)).content.decode()


def test_set_up_again_puts_the_rights_right(home):
    editors = group_of("editor")
    before = rights(editors)
    assert "publish_page" in before
    editors.permissions.add(Permission.objects.get(codename="add_user"))
    editors.page_permissions.filter(permission__codename="publish_page").delete()
    editors.collection_permissions.filter(permission__codename="add_image").delete()

    set_up_site()

    assert rights(editors) == before
    assert [task.name for task in Task.objects.all()] == ["อ่านและอนุมัติ"]
    assert [one.name for one in Workflow.objects.all()] == ["บรรณาธิการอ่านก่อนเผยแพร่"]


def rights(group):
    return sorted(
        [
            *group.permissions.values_list("codename", flat=True),
            *group.page_permissions.values_list("permission__codename", flat=True),
            *group.collection_permissions.values_list("permission__codename", flat=True),
        ]
    )


def test_wagtails_own_groups_go_unless_somebody_is_in_them(home):
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    friends = Group.objects.create(name="Editors")
    create_person().groups.add(friends)
    set_up_site()
    assert Group.objects.filter(name="Editors").exists()


def test_contacts_and_passwords_are_not_changed_in_wagtail(client, editor):
    """She shows once more who she is first, on her own page; Wagtail would ask for nothing."""
    sign_in_as(client, editor)
    page = client.get("/cms/account/").content.decode()
    assert 'name="name_email-email"' not in page
    assert "new_password" not in page

    client.post("/cms/account/", {"name_email-email": "mine@example.com", "password-new_password1": "x" * 16})
    before = editor.email, editor.password
    editor.refresh_from_db()
    assert (editor.email, editor.password) == before
    assert client.get("/cms/password_reset/").url == "/th/account/sign-in/"
