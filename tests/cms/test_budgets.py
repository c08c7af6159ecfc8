"""What a page asks of the database, warm and anonymous: the same however much there is."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import HomePage
from network.cards.models import Card
from network.outbox.testing import drain
from tests.databases import take_stock_of_the_tables

from .conftest import tell_story

pytestmark = pytest.mark.django_db


def fill(kind, number):
    """That many cards, as quickly as there is a way."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [
        Card(kind=kind, ref=f"{kind}:x{n}", language="th", text_language="th", path="/", title=str(n), published_at=at)
        for n in range(number)
    ]
    Card.objects.bulk_create(rows, batch_size=1000)
    take_stock_of_the_tables()


def queries(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("many", [False, pytest.param(True, marks=pytest.mark.one_database)])
def test_budgets_hold_however_many_cards_there_are(client, home, organisation, district, dimension, soak, many):
    number = (20_000 if soak else 2_000) if many else 200
    tell_story(support=["listing:x1", "listing:x2"], organisation=organisation, district=district, dimension=dimension)
    drain()
    for kind in ("listing", "story"):
        fill(kind, number)
    assert queries(client, "/th/") == 8
    assert queries(client, "/th/stories/ruang/") == 7
    assert queries(client, "/th/stories/") == 7


def test_more_live_cards_ask_nothing_more(client, home):
    before = queries(client, "/th/")
    page = HomePage.objects.get(pk=home.pk)
    block = page.body.get_prep_value()[1]
    page.body = page.body.stream_block.to_python(
        page.body.get_prep_value() + [{**block, "id": str(n)} for n in range(9)]
    )
    page.save()
    assert queries(client, "/th/") == before
