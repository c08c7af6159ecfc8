"""Joining on a phone, in Thai: invited and proved by a code; and begun by somebody beside her, who hands it over."""

import re

import pytest

from .mailbox import MINUTE, messages_to
from .people import sign_in_staff

pytestmark = pytest.mark.browser

BANANAS, SWEETS = "กลุ่มกล้วยทับบ้านดอน", "ป้าแดงขนมลา"


@pytest.fixture(scope="module")
def coordinator(visitors):
    """Signed in once for both: her code opens once in half a minute."""
    return sign_in_staff(visitors.fresh(), "coordinator")


def invite(coordinator, name, reach):
    """A coordinator invites; returns the address of the invitation's page at her desk."""
    coordinator.goto("/desk/invitations/new/")
    coordinator.locator("input[name=name]").fill(name)
    coordinator.locator("select[name=district]").select_option(index=4)
    coordinator.locator("input[name=reach]").fill(reach)
    coordinator.get_by_role("button", name="ทำคำชวน").click()
    coordinator.wait_for_url(re.compile(r"/desk/invitations/(?!new)\w+/$"))
    assert coordinator.locator("main h1").inner_text() == name
    return coordinator.url


def link_on(page):
    return page.locator(".pass-address a").first.get_attribute("href")


def code_sent_to(phone, contact):
    """As the demo's mailbox shows it: the last message that holds one."""
    mailbox, codes = phone.context.new_page(), []
    for _second in range(MINUTE):
        codes = [
            code for _subject, body in messages_to(mailbox, contact) for code in re.findall(r"^\d{6}$", body, re.M)
        ]
        if codes:
            break
        mailbox.wait_for_timeout(1000)
    mailbox.close()
    return codes[0]


def nothing_runs_over_the_edge(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_she_is_invited_proves_her_e_mail_and_stands_at_her_desk(coordinator, open_page):
    address = invite(coordinator, BANANAS, "kluai@example.org")
    phone = open_page(link_on(coordinator))

    assert BANANAS in phone.locator("main h1").inner_text()
    assert nothing_runs_over_the_edge(phone)
    phone.get_by_role("button", name="ส่งรหัสให้ฉัน").click()
    phone.locator("input[name=code]").fill(code_sent_to(phone, "kluai@example.org"))
    phone.get_by_role("button", name="ไปต่อ").click()
    phone.get_by_role("button", name="เข้าร่วม").click()
    phone.wait_for_url("**/desk/steps/")

    assert phone.get_by_role("link", name="ลงขายสินค้าชิ้นแรก").is_visible()
    assert nothing_runs_over_the_edge(phone)
    coordinator.goto(address)
    assert "ตอบรับแล้ว" in coordinator.locator("main").inner_text()


def test_who_sits_beside_her_begins_her_shop_and_she_takes_it_over_with_one_tap(coordinator, open_page):
    invite(coordinator, SWEETS, "081 555 0123")
    coordinator.get_by_role("button", name="ฉันช่วยลงขายให้เอง").click()
    coordinator.wait_for_url("**/desk/")
    coordinator.goto("/desk/goods/new/")
    coordinator.locator("input[name=title]").fill("ขนมลา")
    coordinator.locator("button[name=do][value=keep]").click()
    coordinator.wait_for_url(re.compile(r"/desk/goods/\w+/$"))
    coordinator.goto("/desk/helpers/")
    coordinator.get_by_role("button", name="ส่งมอบให้เจ้าของ").click()
    address = link_on(coordinator)

    phone = open_page(address)
    assert SWEETS in phone.locator("main h1").inner_text()
    phone.get_by_role("button", name="เข้าร้านของฉัน").click()
    phone.wait_for_url("**/desk/helpers/")

    told = phone.locator("main").inner_text()
    assert "สิ่งที่ทำแทนคุณไว้" in told
    assert "ขนมลา" in told
    assert nothing_runs_over_the_edge(phone)
    phone.get_by_role("button", name=re.compile("ทำแทนอีก")).click()
    phone.get_by_text("ไม่ได้ทำแทนคุณแล้ว").wait_for()
    coordinator.goto("/desk/helpers/")
    assert SWEETS not in coordinator.locator("main").inner_text()
    again = open_page(address)
    assert again.locator("main h1").inner_text() == "คิวอาร์นี้ถูกใช้ไปแล้ว"
