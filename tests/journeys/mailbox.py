"""What people get by mail, LINE or SMS, as the demo's mailbox shows it."""

MINUTE = 60


def messages_to(page, contact):
    """[(subject, body)] of all messages to a contact, the newest first."""
    page.goto(f"/demo/mailbox/?to={contact}")
    shown = page.locator("main article").all()
    return [(one.locator("h2").inner_text(), one.locator(".prose").inner_text()) for one in shown]


def wait_for_message(page, contact, subject):
    """The body of the message with this subject, within a minute."""
    for _second in range(MINUTE):
        for found, body in messages_to(page, contact):
            if found == subject:
                return body
        page.wait_for_timeout(1000)
    raise AssertionError(f"No message “{subject}” to {contact}: {messages_to(page, contact)}")
