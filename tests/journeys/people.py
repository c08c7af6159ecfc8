"""Signing in as the demo's people: staff by password and the code of their app, sellers by the coordinator's QR."""

from demo.seeding.password import DEMO_PASSWORD


def sign_in_staff(page, name):
    """With password and code. A code opens once: where somebody used this half minute's, the next one is waited for."""
    page.goto("/th/account/sign-in/password/")
    page.locator("input[name=login]").fill(f"{name}@example.org")
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    page.locator("main form button").first.click()
    page.locator("input[name=code]").wait_for()
    used = None
    while "second-step" in page.url:
        used = next_code(page, name, used)
        page.locator("input[name=code]").fill(used)
        page.locator("main form button").first.click()
        page.wait_for_load_state()
    assert "/sign-in/" not in page.url, page.url
    return page


def next_code(page, name, used):
    """What the demo's mailbox shows for this member of staff, once it is another than `used`."""
    mailbox = page.context.new_page()
    mailbox.goto("/demo/mailbox/")
    shown = mailbox.locator(f".deflist > div:has-text('{name}@example.org') dd").first
    for _ in range(40):
        if (code := shown.inner_text().strip()) != used:
            break
        mailbox.wait_for_timeout(1000)
        mailbox.reload()
    mailbox.close()
    assert code != used, f"{name}'s code never changed"
    return code


def let_in_by_coordinator(coordinator, phone, organisation):
    """The owner of this organisation (its key in the demo) opens the coordinator's pass on her own phone."""
    coordinator.goto(f"/desk/members/?q={organisation}")
    coordinator.locator("main article form button").first.click()
    address = coordinator.locator(".pass-address a").get_attribute("href")
    phone.goto(address)
    phone.locator("main form button").first.click()
    phone.wait_for_url("**/desk/")
    return phone
