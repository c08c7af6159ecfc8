"""Books that were dumped and restored are the same books."""

import os
import sqlite3
import subprocess

import pytest
from django.db import connection, connections

from network.ledger import triggers
from network.ledger.audit import audit
from network.ledger.export import export_book, heads
from network.ledger.models import Account
from network.ledger.seal import seal_books
from tests.books import fund, give, write_a_past
from tests.databases import databases, point_to
from tests.servers import postgresql_binaries


def told():
    balances = {account.code: account.balances() for account in Account.objects.all()}
    return heads(), "".join(export_book("fund:rice")), balances


@pytest.mark.promise(8)
def test_dumped_and_restored_books_are_the_same(own_database, tmp_path):
    write_a_past(4)
    seal_books()
    give(fund(), 1_00, key="unsealed")
    before = told()
    restored = (
        restore_on_postgresql(own_database, tmp_path) if connection.vendor == "postgresql" else restore(own_database)
    )
    point_to(restored)

    assert triggers.missing(connection) == []
    assert told() == before
    assert seal_books() == 1
    assert audit() == []
    connections.close_all()
    databases().drop(restored)


def restore(name):
    """Through the text of a dump, as the sqlite3 shell writes it."""
    restored = name.with_name("restored.sqlite3")
    with sqlite3.connect(name) as origin, sqlite3.connect(restored) as copy:
        tables = origin.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'").fetchall()
        if tables:
            origin.backup(copy)  # Python's dump cannot write the site's full-text tables
        else:
            copy.executescript("\n".join(origin.iterdump()))
    origin.close()
    copy.close()
    return restored


def restore_on_postgresql(name, folder):
    server = connection.settings_dict
    address = ["-h", server["HOST"], "-p", str(server["PORT"]), "-U", server["USER"]]
    environment = os.environ | {"PGPASSWORD": server["PASSWORD"] or ""}
    binaries, dump, restored = postgresql_binaries(), folder / "dump.sql", f"{name}_restored"
    if not (binaries / "pg_dump").exists():
        pytest.skip("this PostgreSQL comes without pg_dump")
    connections.close_all()
    databases().run(f"CREATE DATABASE {restored}")
    subprocess.run([binaries / "pg_dump", *address, "-f", dump, name], check=True, env=environment)
    quiet = ["-q", "-v", "ON_ERROR_STOP=1", "-o", os.devnull]
    subprocess.run([binaries / "psql", *address, *quiet, "-d", restored, "-f", dump], check=True, env=environment)
    return restored
