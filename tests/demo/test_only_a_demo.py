"""A demo says that it is one on every page, asks not to be found, and is loaded nowhere else."""

import pytest
from django.core.management import CommandError, call_command

from network.organisations.models import Organisation

RIBBON = '<aside class="ribbon"'
PAGES = ["/th/offline/", "/en/account/sign-in/", "/th/funds/", "/en/shop/", "/th/nothing/", "/styleguide/"]

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_so_and_is_not_to_be_indexed(client, settings, path):
    answer = client.get(path)
    text = answer.content.decode()
    assert text.count(RIBBON) == 1
    assert '<meta name="robots" content="noindex">' in text
    assert answer["X-Robots-Tag"] == "noindex, nofollow"

    settings.DEMO = False
    answer = client.get(path)
    assert RIBBON not in answer.content.decode()
    assert "X-Robots-Tag" not in answer


def test_machines_are_asked_to_stay_away(client, settings):
    assert client.get("/robots.txt").content.decode().splitlines()[-1] == "Disallow: /"
    assert client.get("/manifest.webmanifest")["X-Robots-Tag"] == "noindex, nofollow"
    settings.DEMO = False
    assert "Disallow: /\n" not in client.get("/robots.txt").content.decode()


def test_it_is_not_loaded_into_a_real_site(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="nothing was changed") as refused:
        call_command("seed_demo")
    assert refused.value.returncode == 3
    assert not Organisation.objects.exists()
