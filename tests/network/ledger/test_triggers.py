"""The triggers stand after every migration, and one that does not is named."""

import pytest
from django.core.checks import run_checks
from django.db import connection

from network.ledger import triggers
from network.ledger.migrating import install_triggers, lift_triggers

pytestmark = pytest.mark.django_db

LISTS = triggers.DATABASES
NAMES = [(vendor, name) for vendor in LISTS for name in LISTS[vendor].TRIGGERS]


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_migrated_database_has_them_all():
    assert triggers.missing(connection) == []
    with connection.cursor() as cursor:
        listed = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger%'"
        if connection.vendor == "postgresql":
            listed = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'ledger%'"
        cursor.execute(listed)
        assert {name for (name,) in cursor.fetchall()} == set(LISTS[connection.vendor].TRIGGERS)


@pytest.mark.parametrize(("vendor", "name"), NAMES)
def test_a_missing_one_is_named(vendor, name):
    if vendor != connection.vendor:
        pytest.skip(f"{vendor} only")
    table = f" ON {LISTS[vendor].TRIGGERS[name][0]}" if vendor == "postgresql" else ""
    execute(f"DROP TRIGGER {name}{table}")

    assert triggers.missing(connection) == [name]
    assert [warning.msg.split()[3] for warning in run_checks(databases=["default"]) if warning.id == "ledger.W001"] == [
        name
    ]
    triggers.install(connection)
    assert triggers.missing(connection) == []


def test_one_that_says_something_else_is_named():
    if connection.vendor == "postgresql":
        execute(
            "CREATE OR REPLACE FUNCTION ledger_judge() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
        )
        assert triggers.missing(connection) == ["ledger_judge"]
    else:
        execute("DROP TRIGGER ledger_transfer_judge")
        execute("CREATE TRIGGER ledger_transfer_judge AFTER INSERT ON ledger_transfer BEGIN SELECT 1; END")
        assert triggers.missing(connection) == ["ledger_transfer_judge"]


def test_one_that_is_switched_off_is_named():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite cannot switch one off")
    execute("ALTER TABLE ledger_transfer DISABLE TRIGGER ledger_transfer_judge")

    assert triggers.missing(connection) == ["ledger_transfer_judge"]


def test_they_are_lifted_for_a_migration_and_installed_after_it():
    lift_triggers(using="default", plan=["something to do"])
    assert len(triggers.missing(connection)) >= len(LISTS[connection.vendor].TRIGGERS)

    install_triggers(using="default")
    install_triggers(using="default")
    assert triggers.missing(connection) == []


def test_a_migrate_without_work_leaves_the_books_guarded():
    lift_triggers(using="default", plan=[])

    assert triggers.missing(connection) == []
