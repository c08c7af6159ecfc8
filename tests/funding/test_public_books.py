"""A fund's book as the public reads it: whole, dated by days, and silent about who wished to stay unnamed."""

import copy
import csv
import io
import json
from datetime import timedelta

import pytest

from network.clock import moved
from network.ledger.export import publish_heads
from network.ledger.seal import seal_books
from network.ledger.verify import verify
from network.organisations.models import Membership
from network.people.models import Message
from tests.funding.conftest import make_fund, paid, pledge_to
from tests.network.people.factories import create_person, create_person_without_email

# The sealer works on what is committed.
pytestmark = pytest.mark.usefixtures("own_database")
SECRET_NAME = "สมปอง ไม่บอกใคร"


def sealed_fund(*, pledges=1, **more):
    """A fund with so many paid pledges in its sealed book."""
    fund = make_fund()
    for n in range(pledges):
        paid(pledge_to(fund, key=str(n), **more)[1])
    seal_books()
    return fund


def read(client, page):
    answer = client.get(f"/en/funds/lake-fund/{page}")
    assert answer.status_code == 200
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_no_public_page_names_an_anonymous_donor(client):
    sealed_fund(shown_as="anonymous", name=SECRET_NAME, receipt_name=SECRET_NAME)

    for page in ("", "ledger/", "ledger.csv", "ledger.json", "ledger.atom"):
        body = read(client, page)
        assert SECRET_NAME not in body, page
        assert "donor@example.org" not in body, page


def test_a_donor_who_gave_her_name_is_named_on_the_pages_and_not_in_the_sealed_book(client):
    sealed_fund(shown_as="named", name="สมหญิง ใจดี")

    assert "สมหญิง ใจดี" in read(client, "ledger/")
    assert "สมหญิง ใจดี" not in read(client, "ledger.json")


def test_days_and_never_seconds_are_published(client):
    sealed_fund()

    [entry] = json.loads(read(client, "ledger.json"))["entries"]
    assert [len(entry["day"]), entry["day"].count("-")] == [10, 2]
    for page in ("ledger.json", "ledger.csv"):
        assert ":00" not in read(client, page)


def test_the_published_book_is_whole_and_a_changed_line_is_named(client):
    sealed_fund(pledges=3)
    book = json.loads(read(client, "ledger.json"))
    assert (len(book["entries"]), verify(book)) == (3, [])

    for position, entry in enumerate(book["entries"], 1):
        changed = copy.deepcopy(book)
        changed["entries"][position - 1]["transfers"][0]["amount"] += 1
        [fault] = verify(changed)
        assert f"position {position}" in fault
        assert entry["key"] in fault


def test_the_csv_opens_in_a_spreadsheet(client):
    sealed_fund()

    heading, row = csv.reader(io.StringIO(read(client, "ledger.csv").removeprefix("\ufeff")))
    assert heading[0] == "position"
    assert dict(zip(heading, row, strict=True))["position"] == "1"


def test_the_newest_seal_leaves_the_house_and_proves_a_book_that_was_written_anew(client):
    fund = sealed_fund(pledges=2)
    steward = create_person(email="steward@example.org", language="en")
    Membership.objects.create(user=steward, organisation=fund.steward)
    Membership.objects.create(user=create_person_without_email(), organisation=fund.steward)

    publish_heads()

    [message] = Message.objects.filter(template="funding/messages/head")
    position, digest = message.context["head"].split(":")
    book = json.loads(read(client, "ledger.json"))
    assert (message.to, message.language, int(position)) == ("steward@example.org", "en", 2)
    assert verify(book, [(2, digest)]) == []
    assert verify(book, [(2, "0" * 64)]) != []
    assert message.context["head"] in read(client, "ledger.atom")


def test_a_book_that_has_not_grown_since_yesterday_is_no_news():
    fund = sealed_fund()
    Membership.objects.create(user=create_person(email="steward@example.org"), organisation=fund.steward)
    with moved(timedelta(days=2)):
        publish_heads()

    assert not Message.objects.filter(template="funding/messages/head").exists()
