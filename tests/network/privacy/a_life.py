"""Somebody who has left her traces in every room; and where in the whole database words of hers still stand."""

from allauth.usersessions.models import UserSession
from django.core.files.base import ContentFile
from django.db import connection

from funding.actions import issue_receipt
from marketplace.address.models import UserAddress
from marketplace.catalogue.models import ListingReport
from marketplace.consignments.models import Consignment, ConsignmentStep
from marketplace.consignments.payments import attempts_of
from network.clock import now
from network.organisations.actions import add_member
from network.outbox.testing import drain
from network.payments.actions import confirm_slip, hand_in_slip, settle
from network.payments.gateways.base import Outcome, State
from network.payments.models import ProviderEvent
from network.people.actions.consents import record_consent
from network.people.messages import tell
from tests.funding.conftest import make_fund, pledge_to
from tests.marketplace.buying import THAI_ADDRESS, a_buyer, create_goods, create_holder, create_order
from tests.marketplace.factories import create_seller
from tests.network.people.factories import create_person

NAME, EMAIL, STREET = ("Malee", "Needleton"), "needle@example.org", "99 Needle Lane"
WORDS = ["Needleton", EMAIL, STREET]


def bought(**given):
    """An order that was paid by a slip and has arrived."""
    buyer = a_buyer(contact=EMAIL, name=" ".join(NAME), address=THAI_ADDRESS | {"line1": STREET})
    order = create_order(*create_goods(), buyer=buyer, **given)
    [attempt] = attempts_of(order)
    slip = hand_in_slip(attempt, picture=ContentFile(b"jpeg", name="slip.jpg"), trans_ref=f"014:{order.public_id}")
    confirm_slip(slip, by=create_person())
    drain()
    arrived(order)
    return order, slip


def arrived(order):
    for consignment in Consignment.objects.filter(order=order):
        ConsignmentStep.objects.create(
            consignment=consignment, origin="sent", state="done", actor="seller", at=now(), note="Dear Needleton, enjoy"
        )
    Consignment.objects.filter(order=order).update(state=Consignment.State.DONE, tracking_number="NEEDLE123")


def gave(fund, key, user=None):
    pledge, attempt = pledge_to(
        fund, key=key, name=" ".join(NAME), user=user, in_memory_of="Grandma Needleton", receipt_name="Malee Needleton"
    )
    pledge.contact = attempt.contact = EMAIL
    pledge.save()
    attempt.save()
    settle(attempt, outcome=Outcome(State.PAID, attempt.amount, "THB", f"pi_{attempt.public_id}", 0), at=now())
    drain()
    pledge.refresh_from_db()
    issue_receipt(pledge)
    return pledge


def as_guest():
    """(order, slip, pledge) of somebody without an account."""
    create_holder()
    order, slip = bought()
    return order, slip, gave(make_fund(), "guest")


def a_member():
    """A person with an account, who had ordered as a guest before."""
    order, slip, pledge = as_guest()
    person = create_person(email=EMAIL, first_name=NAME[0], last_name=NAME[1], phone="+66812345678")
    fund = pledge.fund
    own = gave(fund, "own", user=person)
    seller = create_seller()
    add_member(seller.organisation, person, at=now())
    UserAddress.objects.create(user=person, first_name="Malee", last_name="Needleton", line1=STREET, country_id="TH")
    listing = list(order.lines.all())[0].product
    ListingReport.objects.create(listing=listing, reason="other", words="I, Needleton", contact=EMAIL, at=now())
    ProviderEvent.objects.create(
        gateway="stripe",
        event_id="evt_1",
        kind="charge.succeeded",
        object_id="ch_1",
        body=f'{{"payment_intent": "pi_{attempt_of(own).public_id}", "email": "{EMAIL}"}}',
        received_at=now(),
    )
    session = {"ip": "192.0.2.7", "session_key": "k", "user_agent": "Needleton's phone"}
    UserSession.objects.create(user=person, **session)
    record_consent("newsletter", text_version="1", user=person)
    tell(person, "people/messages/contact_changed", {"new": EMAIL})
    drain()
    return person, order, slip, own


def attempt_of(pledge):
    return pledge.user.payment_attempts.get(parts__ref=pledge.ref)


def where(words):
    """{"table.column"} that hold one of these words, in any row of any table."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                told = {name: str(value) for name, value in zip(columns, row, strict=True) if value is not None}
                found |= {f"{table}.{name}" for name, text in told.items() if any(word in text for word in words)}
    return found
