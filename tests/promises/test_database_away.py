"""Promise 40, with a PostgreSQL that is really stopped: a page says so within a second, the process lives, and it is
back within five seconds of the database, without a restart."""

import time
from pathlib import Path

import pytest

from tests.processes import wait_until
from tests.promises.production import Web

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
