"""A PostgreSQL of a test's own, which may be stopped and started without hurting anybody else."""

import os
import subprocess
from contextlib import contextmanager

import pytest
from django.db import connection, connections

from tests.servers import PostgreSQL, postgresql_binaries


@pytest.fixture
def server(own_database):
    """A PostgreSQL of this test's own, with a copy of the migrated database, to which this process now speaks."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's database is a file beside the site: it is there, or the machine is gone")
    with speaking_to(PostgreSQL(may_crash=True)) as own:
        yield own


@contextmanager
def speaking_to(own):
    """Start that server with a copy of this process's database, and speak to it meanwhile."""
    told = connections["default"].settings_dict
    before = dict(told)
    own.start()
    connections.close_all()
    try:
        copy_database(told, own)
        told |= {"PORT": own.port, "NAME": "site"}
        yield own
    finally:
        connections.close_all()
        told |= before
        own.end()
        own.remove()


def copy_database(source, target):
    binaries = postgresql_binaries()
    there = ["-h", "127.0.0.1", "-p", str(target.port), "-U", "chanchala"]
    here = ["-h", source["HOST"], "-p", str(source["PORT"]), "-U", source["USER"]]
    environment = os.environ | {"PGPASSWORD": source["PASSWORD"] or ""}
    subprocess.run([binaries / "createdb", *there, "site"], check=True)
    dump = subprocess.Popen([binaries / "pg_dump", *here, source["NAME"]], stdout=subprocess.PIPE, env=environment)
    subprocess.run([binaries / "psql", *there, "-q", "-d", "site", "-o", os.devnull], check=True, stdin=dump.stdout)
    assert dump.wait() == 0
