"""The demo content becomes rows by the real actions, and twice is once."""

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.models import Q

from funding.models import Fund, Pledge
from marketplace.catalogue.models import Product
from network.cards.models import Card
from network.cards.registry import registered_kinds
from network.cards.testing import assert_cards_true
from network.ledger.models import Entry
from network.organisations.models import Organisation
from network.outbox.models import Promise
from network.people.models import User
from tests.databases import SQLiteDatabases


def counts():
    models = [Product, Organisation, Fund, Pledge, Entry, User, Card, Promise]
    return {model.__name__: model.objects.count() for model in models}


@pytest.fixture
def seeded(request, own_database):
    """The content in a database of this test's own: on SQLite as the journeys' demo has it, which took long enough."""
    demo = request.getfixturevalue("site").seeded if connection.vendor == "sqlite" else None
    if demo is None:
        call_command("seed_demo", verbosity=0)
        return
    connections.close_all()
    SQLiteDatabases.copy_file(demo, own_database)


@pytest.mark.slow
@pytest.mark.one_database
@pytest.mark.usefixtures("seeded")
def test_seeding_twice_changes_nothing_and_leaves_nothing_pending():
    first = counts()
    call_command("seed_demo", verbosity=0)

    assert counts() == first
    assert first["Product"] == 56
    assert first["Fund"] == 5
    of_schedule = Q(key="turn")  # the server's own turns come and go
    assert Promise.objects.unkept().exclude(of_schedule).filter(tries__gt=0).count() == 0
    assert Product.objects.filter(state="live").count() == 56
    call_command("ledger_check", verbosity=0)
    assert sum(assert_cards_true(kind.name) for kind in registered_kinds()) == first["Card"]
