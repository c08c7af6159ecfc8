import pytest
from django.db import OperationalError, connection
from django.urls import path

from config.urls import urlpatterns as site_urls
from network.locks import TryAgain, is_busy, patience


def too_many(request):
    raise TryAgain


def broken(request):
    raise OperationalError("no such column")


urlpatterns = [path("desk/too-many/", too_many), path("desk/broken/", broken), *site_urls]


@pytest.mark.promise(36)
@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("language", "words"), [("th", "ลองอีกครั้ง"), ("en", "Try again")])
def test_who_must_try_again_gets_a_friendly_page(client, db, language, words):
    client.cookies["language"] = language
    answer = client.get("/desk/too-many/?q=1")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert words in answer.content.decode()
    assert 'href="/desk/too-many/?q=1"' in answer.content.decode()


@pytest.mark.urls(__name__)
def test_any_other_trouble_of_the_database_is_no_matter_of_patience(client, db):
    with pytest.raises(OperationalError):
        client.get("/desk/broken/")


def test_other_errors_pass_through_patience(db):
    def ask_nonsense():
        with patience():
            raise OperationalError("no such column")

    with pytest.raises(OperationalError):
        ask_nonsense()
    assert not is_busy(OperationalError("database is locked"))  # the driver's own code decides, not the words


def test_patience_ends_with_its_transaction(own_database):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's patience is a setting of the connection.")

    def lock_timeout():
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            return cursor.fetchone()[0]

    with patience():
        assert lock_timeout() == "3s"
    assert lock_timeout() == "0"
