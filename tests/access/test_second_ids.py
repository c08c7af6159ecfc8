"""Beside the first id of an address a second may come, in the path or in a form: another's opens and moves nothing."""

import logging
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext

from funding.models import Fund
from network.desk import invitation_lists, undo
from network.organisations.actions import suspend_organisation
from network.words.public_ids import new_public_id
from tests.access.reading import fields_of_forms, names_read
from tests.access.test_matrix import OUR_OWN
from tests.funding.test_charters import TOLD
from tests.marketplace.buying import create_pick_up
from tests.network.organisations.factories import create_organisation
from tests.network.payments.test_pages import photo

pytestmark = [pytest.mark.one_database, pytest.mark.slow, pytest.mark.promise(48)]

# In an address of ours: the second of two.
TWO_IN_AN_ADDRESS = {
    "goods:photo_first",
    "goods:photo_remove",
    "orders:cancel",
    "orders:arrived",
    "pay:refund_account",
    "organisations:handed_over",
    "desk:end_role",
}
# Of Wagtail's own, for documents and pages that are kept behind a password: none is here.
NOT_OURS = {"wagtaildocs_serve", "wagtailcore_authenticate_with_password"}
# In what is sent: names that lead to a thing which is somebody's. Each has a case below.
LEADING = {
    "about",
    "consent",
    "copy",
    "draft",
    "end",
    "fund",
    "holder",
    "key",
    "note",
    "organisation",
    "seller",
    "steward",
}
# All else that is read: words, numbers and choices, things that are everybody's (a carrier, a shelf, a place), cursors
# within what is shown anyway, secrets that are proofs themselves, and addresses to go on to (test_redirects.py).
HARMLESS = set(
    re.findall(
        r"[\w<>]+",
        """
    <name> <side> account address after again amount answer bank bank_account bank_name bank_reference before camera
    carrier category city claims code colour contact contact_email contact_line contact_phone contacts_shown country
    credential delivery description dimension district do download exemption_en exemption_th expires_on field file
    first_name from gallery gateway get goal governance_en governance_th group handling_days hours in_memory_of
    issued_on issuer kind language last_name latitude left legal_name line line1 line_en line_news line_pace line_th
    list longitude measures name name_en name_th network_en network_th next no_sign noticed_at number old_contact
    oldpassword other page password password1 password2 passwordless pay payee_account payee_bank payee_name
    permit_number permit_until person_name phone picture place postcode preset presets price promptpay_id purpose
    purpose_en purpose_th q quantity reach reason receipt_name received refusal remember remove removed resolution
    risk role scheme season_months seen sells sends_from shipping_class ships_to show shown_as sign site_en site_th
    slip stars stop subdistrict sure takes_cards terms text title to total tracking_number two_approve_over unit
    until update verdict vouch weight_g what whose withdraw words
        """,
    )
)
# A photo that is gone already is gone; a picture for another shop is as one that has ended.
DENIED = {"goods:photo_remove": {302, 404}, "organisations:handed_over": {410}}
WRITES = ("INSERT", "UPDATE", "DELETE")
# Written by every request of a person: when she was last here.
OF_THE_SESSION = ('"django_session"', '"usersessions_usersession"')


def test_every_second_id_is_known():
    two = {name for name, address in OUR_OWN.items() if len(address.blanks) > 1}
    assert two - NOT_OURS == TWO_IN_AN_ADDRESS
    read = set(names_read()) | set(fields_of_forms())
    assert sorted(read - LEADING - HARMLESS) == [], "says whose this is, and if it leads to a thing has a case here"
    assert sorted((LEADING | HARMLESS) - read) == []


def in_the_address(world):
    """(role, name of the address, what stands in it) of each that mixes hers with another's."""
    own, other = world.own, world.other
    stems = {"own": own.listing.images.get().stem, "other": other.listing.images.get().stem}
    mine, hers = own.listing.public_id, other.listing.public_id
    for name in ("goods:photo_first", "goods:photo_remove"):
        yield "seller", name, {"public_id": mine, "stem": stems["other"]}
        yield "seller", name, {"public_id": hers, "stem": stems["own"]}
    for name in ("orders:cancel", "orders:arrived"):
        yield "anonymous", name, {"token": own.sold.token, "position": "2"}
    refunded = own.refund.part.attempt
    yield "anonymous", "pay:refund_account", {"token": refunded.token, "refund": other.refund.public_id}
    yield "admin", "desk:end_role", {"public_id": world.people["coordinator"].public_id, "role": "treasurer"}
    token = world.things["organisations:handed_over", "all"]["token"]
    yield "anonymous", "organisations:handed_over", {"public_id": other.organisation.public_id, "token": token}


def in_what_is_sent(world):
    """(role, address, what is sent) of each that names another's thing."""
    own, other, lake = world.own, world.other, world.lake
    mine, seller, coordinator = own.listing.public_id, world.people["seller"], world.people["coordinator"]
    pause = {"undo": "goods.resume", "arguments": {"listing": other.listing.public_id}}
    notes = [signing.dumps(pause | {"user": user.pk}, salt=undo.SALT) for user in (seller, other.owner)]
    pasted = {"key": new_public_id(), "by": world.people["everything"].pk, "text": "กลุ่มใหม่", "seen": ""}
    session = UserSession.objects.create(user=other.owner, session_key="others", ip="127.0.0.1")
    unseen = Fund.objects.create(
        slug="unseen", steward=lake.fund.steward, dimension=lake.fund.dimension, holder=lake.fund.holder
    )
    yield "seller", f"/desk/goods/{mine}/copy/", {"copy": other.listing.public_id}
    yield "seller", "/desk/organisation/", {"organisation": other.organisation.public_id}
    yield "seller", "/desk/members/new/", welcome(other.organisation)
    yield "seller", "/desk/undo/", {"note": notes[0]}
    yield "seller", "/desk/undo/", {"note": notes[1]}
    yield "seller", "/desk/funds/expenses/new/", {"fund": unseen.slug, "amount": "100", "key": "k"}
    yield "seller", "/desk/certificates/new/", certificate(other.listing)
    yield "seller", "/desk/certificates/new/", certificate(own.listing, key=other.certificate.public_id)
    yield "seller", "/th/my-data/consents/", {"consent": other.consent.pk}
    yield "seller", "/th/my-data/ask/", {"key": "request", "kind": "other", "words": "x"}
    closed = create_organisation()
    suspend_organisation(closed, by=coordinator, reason="x")
    yield "coordinator", "/desk/funds/charters/new/", charter(lake.fund, holder=world.holder.public_id)
    yield "coordinator", "/desk/funds/charters/new/", charter(lake.fund, steward=closed.slug)
    yield "treasurer", "/desk/money/sellers/", {"seller": lake.fund.steward.public_id, "key": new_public_id()}
    yield "coordinator", "/desk/invitations/list/confirm/", {"draft": signing.dumps(pasted, salt=invitation_lists.SALT)}
    yield "seller", "/th/account/sessions/", {"end": str(session.pk)}
    passkey = Authenticator.objects.filter(user=coordinator).first()
    yield "buyer", f"/th/account/passkeys/{passkey.pk}/name/", {"name": "mine"}
    yield "buyer", f"/th/account/passkeys/{passkey.pk}/remove/", {}
    yield "treasurer", f"/th/account/passkeys/{passkey.pk}/remove/", {}
    yield "anonymous", "/th/shop/checkout/review/", {"key": "of-an-order-that-is-not-hers"}


def welcome(organisation):
    return {"organisation": organisation.slug, "first_name": "x", "contact": "0812345678", "role": "colleague"}


def certificate(listing, **changes):
    told = {"key": new_public_id(), "scheme": "halal", "about": listing.ref, "number": "1", "picture": photo()}
    return told | changes


def charter(fund, **changes):
    chosen = {"steward": fund.steward.slug, "dimension": fund.dimension.key, "holder": fund.holder.public_id}
    return TOLD | chosen | changes


@pytest.fixture
def asked(world, visitors):
    """`asked(role, path, sent)`: (the answer, what it wrote)"""

    def ask(role, path, sent=None):
        with CaptureQueriesContext(connection) as queries:
            answer = visitors[role].ask("post", path, sent)
        return answer, kept([query["sql"] for query in queries])

    logging.disable(logging.ERROR)
    yield ask
    logging.disable(logging.NOTSET)


def kept(statements):
    """What was written and not taken back by the view itself; the first savepoint is the visitor's own."""
    levels = [[]]
    for sql in statements:
        if sql.startswith("SAVEPOINT"):
            levels.append([])
        elif sql.startswith("RELEASE") and len(levels) > 1:
            released = levels.pop()
            levels[-1] += released
        elif sql.startswith("ROLLBACK TO") and len(levels) > 2:
            levels[-1] = []
        elif sql.startswith(WRITES) and not any(table in sql for table in OF_THE_SESSION):
            levels[-1].append(sql)
    return sum(levels, [])


def test_anothers_id_beside_ones_own_in_an_address_finds_nothing(world, asked):
    for role, name, thing in in_the_address(world):
        answer, wrote = asked(role, OUR_OWN[name].path_to(thing))
        assert wrote == [], (name, thing)
        assert answer.status_code in DENIED.get(name, {404}), (name, thing, answer.status_code)


def test_anothers_id_in_a_form_moves_nothing(world, asked):
    for role, path, sent in in_what_is_sent(world):
        answer, wrote = asked(role, path, sent)
        assert wrote == [], (path, sent)
        assert answer.status_code in {302, 404, 422}, (path, sent)


def test_what_those_forms_do_with_ones_own(world, asked):
    """Without this the tests above would pass for forms that do nothing at all."""
    own = world.own
    signed = signing.dumps(
        {"undo": "goods.pause", "arguments": {"listing": own.listing.public_id}, "user": own.owner.pk}, salt=undo.SALT
    )
    for role, path, sent in (
        ("seller", f"/desk/goods/{own.listing.public_id}/copy/", {"copy": new_public_id()}),
        ("seller", "/desk/members/new/", welcome(own.organisation)),
        ("seller", "/desk/undo/", {"note": signed}),
        ("seller", "/desk/certificates/new/", certificate(own.listing)),
        ("seller", "/th/my-data/consents/", {"consent": own.consent.pk}),
        ("seller", "/th/my-data/ask/", {"key": "hers", "kind": "other", "words": "x"}),
        ("coordinator", "/desk/funds/charters/new/", charter(world.lake.fund)),
    ):
        answer, wrote = asked(role, path, sent)
        assert answer.status_code == 302
        assert wrote != [], path


def test_a_pick_up_point_of_another_maker_is_no_way_to_get_it(world, client):
    mine, hers = create_pick_up(world.own.seller), create_pick_up(world.other.seller)
    world.own.listing.refresh_from_db()
    client.post(f"/th/shop/basket/{world.own.listing.public_id}/add/", {"quantity": "1"})
    client.post("/th/shop/checkout/", {"contact": "nok@example.org", "name": "นก", "get": "fetch", "country": "TH"})
    [parcel] = client.get("/th/shop/checkout/review/").context["quote"].parcels
    codes = []
    for point in (hers, mine):
        sent = {f"way-{parcel.public_id}": f"pickup:{point.public_id}", "update": "1"}
        [parcel] = client.post("/th/shop/checkout/review/", sent).context["quote"].parcels
        codes.append(parcel.chosen.code)
    assert codes[0] != f"pickup:{hers.public_id}"
    assert codes[1] == f"pickup:{mine.public_id}"
