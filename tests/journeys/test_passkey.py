"""A villager makes a passkey on her phone, comes in with it, renames it and takes it away again."""

import re
import uuid

import pytest

from .mailbox import messages_to

pytestmark = [pytest.mark.browser, pytest.mark.promise(51)]

HER_PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_authenticator(page):
    """What asks for her finger, played by the browser itself."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": HER_PHONE})


def code_for(page, contact):
    """The newest code that went there, within half a minute."""
    inbox = page.context.new_page()
    for _try in range(60):
        codes = [re.search(r"\b\d{6}\b", body) for _subject, body in messages_to(inbox, contact)]
        if found := next(filter(None, codes), None):
            inbox.close()
            return found[0]
        inbox.wait_for_timeout(500)
    raise AssertionError(f"No code came to {contact}.")


def sign_in_by_code(page, contact):
    page.get_by_label("อีเมลหรือโทรศัพท์").fill(contact)
    page.get_by_role("button", name="ส่งรหัสให้ฉัน").click()
    page.wait_for_url("**/sign-in/code/")
    page.locator("input[name=code]").fill(code_for(page, contact))
    page.locator("main form button").first.click()


def sign_out(page):
    page.goto("/th/me/")
    page.get_by_role("button", name="ออกจากระบบ").click()
    page.goto("/th/account/sign-in/")


def test_made_used_renamed_and_removed(open_page, site):
    here = site.url.replace("127.0.0.1", "localhost")  # passkeys belong to a name, never to a number
    page = open_page(f"{here}/th/account/sign-in/", base_url=here)
    give_authenticator(page)
    sign_in_by_code(page, f"{uuid.uuid4().hex[:8]}@example.org")
    page.wait_for_url("**/th/me/")

    page.goto("/th/account/passkeys/new/")
    page.get_by_role("button", name="ทำเลย").click()
    page.wait_for_url("**/second-step/paper/")
    assert page.get_by_role("heading", level=1).inner_text() == "รหัสสำรอง"

    sign_out(page)
    page.get_by_role("button", name="ใช้พาสคีย์").click()
    page.wait_for_url("**/th/me/")

    page.goto("/th/account/passkeys/")
    page.get_by_role("link", name="เปลี่ยนชื่อ").click()
    if "/confirm/" in page.url:
        page.get_by_role("link", name="ใช้พาสคีย์").click()
    page.get_by_role("button", name="ใช้พาสคีย์").click()
    page.get_by_label("ชื่อเครื่องนี้").fill("โทรศัพท์ของฟ้า")
    page.get_by_role("button", name="บันทึก").click()
    page.wait_for_url("**/passkeys/")
    assert page.get_by_text("โทรศัพท์ของฟ้า").is_visible()

    page.get_by_role("link", name="นำออก").click()
    page.get_by_role("button", name="นำออก").click()
    page.wait_for_url("**/passkeys/")
    assert page.get_by_text("คุณยังไม่มีพาสคีย์").is_visible()
