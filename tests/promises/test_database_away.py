"""Promise 40, with a PostgreSQL that is really stopped: a page says so within a second, the process lives, and it is
back within five seconds of the database, without a restart."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from django.db import connection, connections

from tests.processes import wait_until
from tests.promises.production import Web
from tests.servers import PostgreSQL, postgresql_binaries


@pytest.fixture
def server(own_database):
    """A PostgreSQL of this test's own, with a copy of the migrated database, to which this process now speaks."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's database is a file beside the site: it is there, or the machine is gone")
    told = connections["default"].settings_dict
    before, own = dict(told), PostgreSQL()
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


PAGES = ["/th/shop/", "/en/funds/", "/en/search/?q=tea"]


@pytest.mark.promise(40)
def test_a_stopped_postgresql_is_said_at_once_and_its_return_needs_no_restart(server, soak):
    with Web() as web:
        pids = web.children()
        for _round in range(5 if soak else 1):
            assert [web.get(path)[0] for path in [*PAGES, "/readyz"]] == [200] * 4
            server.stop()

            for path in PAGES:
                status, seconds, body = web.get(path)
                assert (status, seconds < 1) == (503, True), (path, seconds)
                assert "ขอเวลาสักครู่" in body or "Back in a moment" in body
            assert web.get("/healthz")[0] == 200
            assert web.get("/readyz")[0] == 503

            server.start()
            began = time.monotonic()
            wait_until(lambda: [web.get(path)[0] for path in [*PAGES, "/readyz"]] == [200] * 4, seconds=5)
            assert time.monotonic() - began < 5
        assert web.children() == pids
        assert all(Path(f"/proc/{pid}").exists() for pid in pids)
