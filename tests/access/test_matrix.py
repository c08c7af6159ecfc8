"""Who may do what: every cell of the matrix is asked for, by a real request of a real person."""

import logging
import time
from collections import Counter

import pytest
from django.conf import settings
from django.core.cache import cache
from django.template.backends.django import Template
from django.utils.safestring import mark_safe

from network.privacy.proof import PROVED
from network.words.public_ids import new_public_id
from tests.access.addresses import addresses
from tests.access.asking import NOT_SO, Visitor
from tests.access.doors import DOORS, HIDDEN, OPEN, REFUSED, ROLES, SECOND_STEP, SIGN_IN
from tests.access.matrix import STAFF, declared_names, families, family_of, rows
from tests.access.table import PAGE, written

pytestmark = [pytest.mark.one_database, pytest.mark.slow]

ADDRESSES = addresses()
OF_STAFF = [address for address in ADDRESSES if f"/{address.pattern}".startswith(settings.STAFF_PATHS)]
OUR_OWN = {address.name: address for address in ADDRESSES if address not in OF_STAFF}
# Who is tried at each borrowed screen that keeps her out; everybody is at the first names of each family.
ALWAYS_TRIED = ("anonymous", "seller", "admin")
FIRST = 2


@pytest.fixture
def undrawn(monkeypatch):
    """What is drawn on a page decides nothing about who may open it, and costs most of a request."""
    monkeypatch.setattr(Template, "render", lambda self, context=None, request=None: mark_safe(""))
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.promise(47)
def test_every_address_is_declared_and_every_declaration_stands_for_one():
    assert sorted(OUR_OWN) == sorted(declared_names())
    borrowed = families(address.name for address in OF_STAFF)
    assert [name for name in borrowed.get(None, [])] == []
    assert [family for family in STAFF if family not in borrowed] == []


@pytest.mark.promise(47)
def test_every_role_is_answered_as_declared(world, visitors, undrawn):
    wrong = []
    for row in rows():
        path = path_to(world, row.name, row.whose)
        for role in ROLES:
            told = visitors[role].told(row.method.lower(), path, to_send(world, row))
            if told != row.answer(role):
                wrong.append((row.name, row.whose, row.method, role, told, row.answer(role)))
    assert not wrong, "\n".join(map(str, wrong))


def path_to(world, name, whose):
    """To what stands there for this row; what is declared has a thing of its own to be tried at."""
    address = OUR_OWN[name]
    if not address.blanks:
        return address.path([])
    thing = world.things.get((name, whose), world.things.get((address.namespace, whose)))
    assert thing is not None, f"Nothing of the world stands at {name} ({whose})"
    return address.path_to(thing)


def to_send(world, row):
    """What a form needs so that it leads to the thing at all."""
    consents = {"own": world.own.consent, "other": world.other.consent}
    return {
        ("desk:certificate", "POST"): {"verdict": "verify"},
        ("desk:choose_organisation", "POST"): {"organisation": world.own.organisation.public_id},
        ("funding_desk:judge_charter", "POST"): {"verdict": "close"},
        ("goods:copy", "POST"): {"copy": new_public_id()},
        ("payments_desk:judge_holder", "POST"): {"verdict": "drop"},
        ("privacy:consents", "POST"): {"consent": consents[row.whose].pk} if row.whose in consents else None,
    }.get((row.name, row.method))


@pytest.mark.promise(61)
def test_a_guest_who_has_proved_her_contact_reaches_what_is_hers_and_nothing_else(world, undrawn):
    guest, own = proved(world.guests["own"].contact), world.guests["own"]
    for name in ("index", "consents", "ask", "erase"):
        assert guest.told("get", OUR_OWN[f"privacy:{name}"].path([])) == OPEN, name
    for whose, answer in [(own, OPEN), *((other, HIDDEN) for other in (world.guests["other"], world.own))]:
        copy = OUR_OWN["privacy:fetch"].path_to({"public_id": whose.copy.public_id})
        assert guest.told("get", copy) == answer
        assert guest.told("post", OUR_OWN["privacy:consents"].path([]), {"consent": whose.consent.pk}) == answer
    assert guest.told("get", OUR_OWN["me:index"].path([])) == SIGN_IN


def proved(contact):
    """A guest's browser that has proved this contact."""
    guest = Visitor()
    session = guest.client.session
    session[PROVED] = {"contact": contact, "at": time.time()}
    session.save()
    guest.keep()
    return guest


@pytest.mark.promise(49)
@pytest.mark.usefixtures("within_a_minute")
def test_whoever_guesses_secret_addresses_is_soon_asked_to_wait(world, visitors, undrawn, settings):
    """All of them count together; one that did not would go on to say that there is no such thing."""
    settings.RATELIMIT_ENABLE = True
    cache.clear()
    guesses = [row for row in rows() if (row.whose, row.door) == ("guess", "nobody")]
    first, second = ([status_of_guess(world, visitors, row) for row in guesses] for _round in range(2))
    cache.clear()
    assert [row.name for row, status in zip(guesses, second, strict=True) if status != 429] == []
    assert first == [404] * 10 + [429] * (len(guesses) - 10)


def status_of_guess(world, visitors, row):
    return visitors["anonymous"].ask(row.method.lower(), path_to(world, row.name, row.whose)).status_code


@pytest.mark.promise(47)
def test_an_address_takes_only_what_it_says_it_takes(world, visitors, undrawn):
    asked_with = {(row.name, row.method) for row in rows()}
    things = {row.name: row.whose for row in reversed(rows())}
    left = [(name, method) for name in OUR_OWN for method in ("GET", "POST") if (name, method) not in asked_with]
    told = [(name, visitors["buyer"].told(method.lower(), path_to(world, name, things[name]))) for name, method in left]
    assert [(name, answer) for name, answer in told if answer != NOT_SO] == []


@pytest.mark.promise(47)
def test_borrowed_screens_let_in_whom_they_should(world, visitors, undrawn):
    """Objects in them are invented: whoever is let in may well be told that there is no such thing."""
    wrong, before = [], Counter()
    for address in OF_STAFF:
        if address.name == "wagtailadmin_error_test":
            continue  # raises on purpose, for who tries out what a breakdown looks like
        family = family_of(address.name)
        before[family] += 1
        for role in who_is_tried(DOORS[STAFF[family]], is_first=before[family] <= FIRST):
            told = visitors[role].told("get", address.path_to({}))
            if not fits(told, DOORS[STAFF[family]].answer(role)):
                wrong.append((address.name, role, told))
    assert not wrong, "\n".join(map(str, wrong))


def who_is_tried(door, *, is_first):
    return ROLES if is_first else [role for role in ALWAYS_TRIED if door.answer(role) != OPEN]


def fits(told, declared):
    if declared == OPEN:
        return told in {OPEN, HIDDEN, NOT_SO}
    return told in {declared, NOT_SO} or (declared == REFUSED and told == HIDDEN)


@pytest.mark.promise(51)
def test_nothing_of_staff_opens_without_the_second_step(world, undrawn):
    """A treasurer who has signed in and shown nothing more."""
    hasty = Visitor()
    hasty.client.force_login(world.people["treasurer"])
    hasty.keep()
    desk = [address for name, address in OUR_OWN.items() if address.pattern.startswith("desk/")]
    for address in desk + first_of_each_family():
        told = hasty.told("get", address.path_to({}))
        asked_first = STAFF.get(family_of(address.name)) not in {"anyone", "sign-in"}
        assert told == SECOND_STEP or not asked_first, address.name


def first_of_each_family():
    return list({family_of(address.name): address for address in OF_STAFF}.values())


def test_the_page_of_it_is_up_to_date():
    assert PAGE.read_text() == written(), "make access"
