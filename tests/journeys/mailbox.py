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


def let_the_evening_come(page):
    """What waits over LINE for the day's digest is told."""
    page.goto("/demo/mailbox/")
    page.locator("button[name=evening]").click()
    page.wait_for_load_state()


def wait_for_words(page, contact, words):
    """Until a message to this contact says them, within a minute."""
    for _second in range(MINUTE):
        if any(words in body for _subject, body in messages_to(page, contact)):
            return
        page.wait_for_timeout(1000)
    raise AssertionError(f"Nothing to {contact} says “{words}”: {messages_to(page, contact)}")
