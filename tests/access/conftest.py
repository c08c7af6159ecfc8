"""One world for all of this folder: building it costs seconds, and nobody's writing outlives the request."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.access.asking import Visitor
from tests.access.world import build

UNLIMITED = {"RATELIMIT_ENABLE": False, "ACCOUNT_RATE_LIMITS": {}}


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), override_settings(**UNLIMITED):
        everything = transaction.atomic()
        everything._from_testcase = True  # as Django's own test cases do: what must commit at once may
        with everything:
            yield build()
            transaction.set_rollback(True)


@pytest.fixture(scope="package")
def visitors(world):
    """{role: her browser}"""
    return {role: Visitor(person) for role, person in world.people.items()}
