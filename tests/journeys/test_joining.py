"""Joining on a phone, in Thai: invited and proved by a code; and begun by somebody beside her, who hands it over."""

import re

import pytest

pytestmark = pytest.mark.browser

BANANAS, SWEETS = "กลุ่มกล้วยทับบ้านดอน", "ป้าแดงขนมลา"


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
    """As the demo's mailbox shows it."""
    mailbox = phone.context.new_page()
    for _try in range(20):
        mailbox.goto(f"/demo/mailbox/?to={contact}")
        if found := re.search(r"\b\d{6}\b", mailbox.locator("main").inner_text()):
            break
        mailbox.wait_for_timeout(500)
    mailbox.close()
    return found[0]


def nothing_runs_over_the_edge(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_she_is_invited_proves_her_e_mail_and_stands_at_her_desk(sign_in, open_page):
    coordinator = sign_in("coordinator", "/desk/invitations/")
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


def test_who_sits_beside_her_begins_her_shop_and_she_takes_it_over_with_one_tap(sign_in, open_page):
    helper = sign_in("coordinator", "/desk/invitations/")
    invite(helper, SWEETS, "081 555 0123")
    helper.get_by_role("button", name="ฉันช่วยลงขายให้เอง").click()
    helper.wait_for_url("**/desk/")
    helper.goto("/desk/goods/new/")
    helper.locator("input[name=title]").fill("ขนมลา")
    helper.locator("button[name=do][value=keep]").click()
    helper.wait_for_url(re.compile(r"/desk/goods/\w+/$"))
    helper.goto("/desk/helpers/")
    helper.get_by_role("button", name="ส่งมอบให้เจ้าของ").click()
    address = link_on(helper)

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
    helper.goto("/desk/helpers/")
    assert SWEETS not in helper.locator("main").inner_text()
    again = open_page(address)
    assert again.locator("main h1").inner_text() == "คิวอาร์นี้ถูกใช้ไปแล้ว"
