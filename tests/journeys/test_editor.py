"""An editor changes a story, sees it before anybody does, gives it a picture and publishes it; its English stands beside it."""

import secrets

import pytest
from PIL import Image

from .browser import DESKTOP

pytestmark = pytest.mark.browser
OLD, NEW = "อายุแปดสิบ ตำแหน่งช่างถัก", "แปดสิบแล้ว ยังถักอยู่"
ENGLISH = "Eighty years old, position: crochet maker"
ADDRESS = "/th/stories/eighty-and-employed/"


def open_story(page, title, sections=("หน้าแรก", "เรื่องเล่า")):
    """From the tree of pages, as an editor finds it."""
    page.goto("/cms/pages/")
    for above in sections:
        page.locator(f"tr:has-text('{above}') td.children a").first.click()
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url("**/edit/")


def headline_beside(page):
    """What the preview in the panel beside the form shows as the story's headline."""
    page.locator("button[aria-label='Toggle preview'], [data-side-panel-toggle=preview]").first.click()
    return page.frame_locator("#w-preview-iframe").locator("h1")


def publish(page):
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url(lambda url: "/edit/" not in url)


def choose_new_picture(page, tmp_path):
    """Upload one with people on it: refused without their consent, taken with it."""
    colour = tuple(secrets.token_bytes(3))  # Wagtail asks before it takes the same picture twice
    Image.new("RGB", (1600, 1067), colour).save(tmp_path / "hands.jpg")
    (tmp_path / "consent.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    page.locator("#id_picture-chooser [data-w-dropdown-target=toggle]").click()
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal a[href='#tab-upload']").click()
    form = page.locator("#tab-upload form")
    field = "[name=image-chooser-upload-{}]".format
    form.locator(field("title")).fill("มือกับไหม")
    form.locator(field("file")).set_input_files(tmp_path / "hands.jpg")
    form.locator(field("alt_th")).fill("สองมือกับไหมพรม")
    form.locator(field("people")).select_option("adults")
    form.locator("button[type=submit]").click()
    form.get_by_text("แนบหนังสือยินยอม หรือเลือกภาพอื่น").wait_for()
    form.locator(field("file")).set_input_files(tmp_path / "hands.jpg")
    form.locator(field("consent_file")).set_input_files(tmp_path / "consent.pdf")
    form.locator("button[type=submit]").click()
    page.locator("#id_picture-title", has_text="มือกับไหม").wait_for()


def shows(page, path, words, seconds=20):
    """Does the list say so soon? Cards are written by a promise."""
    for _ in range(seconds):
        page.goto(path)
        if words in page.locator("main").inner_text():
            return True
        page.wait_for_timeout(1000)
    return False


def test_an_editor_changes_a_story(sign_in, open_page, tmp_path):
    page, reader = sign_in("editor", "/cms/"), open_page(ADDRESS)
    page.set_viewport_size(DESKTOP)
    broken = []
    page.on("console", lambda message: broken.append(message.text) if "Error connecting" in message.text else None)
    open_story(page, OLD)
    page.locator("#id_title").fill(NEW)
    headline_beside(page).filter(has_text=NEW).wait_for()
    choose_new_picture(page, tmp_path)
    page.get_by_role("button", name="บันทึกฉบับร่าง").click()
    page.locator(".messages .success").wait_for()
    reader.reload()
    assert reader.locator("h1").inner_text() == OLD

    publish(page)
    assert shows(reader, "/th/stories/", NEW)
    reader.goto(ADDRESS)
    assert reader.locator("main img[alt='สองมือกับไหมพรม']").first.is_visible()

    open_story(page, ENGLISH, ("Home", "Stories"))
    page.get_by_text(OLD).first.wait_for()  # the source, as it was when it was last carried over
    assert page.get_by_role("button", name="Publish in English").is_visible()

    open_story(page, NEW)
    page.locator("#id_title").fill(OLD)
    publish(page)
    assert shows(reader, "/th/stories/", OLD)
    assert broken == []  # Wagtail's scripts say so when they cannot build a block
