"""Groups whose people know one another, and the way back through the pages."""

import re
from datetime import timedelta

from django.test import Client

from network.clock import now
from network.organisations.actions import add_member
from network.organisations.actions.recovery import ask_to_come_back, vouch
from network.outbox.testing import drain
from network.people.contacts import parse_contact
from network.people.models import Message
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person

BACK = "/th/account/back/"
NEW = "new@example.org"
CODE = re.compile(r"\b\d{6}\b")


def create_group(*people, days=30, **fields):
    """An organisation that these people have belonged to for so many days."""
    group = create_organisation(**fields)
    for person in people:
        add_member(group, person, at=now() - timedelta(days=days))
    return group


def three_friends(**fields):
    """Fah, who has lost her phone, and two who know her."""
    friends = [create_person(first_name=name) for name in ("มาลี", "ดวงใจ")]
    fah = create_person(email="fah@example.org", first_name="ฟ้า", last_name="ใจดี", **fields)
    create_group(fah, *friends)
    return fah, *friends


def vouched_for(person, *friends, contact=NEW):
    recovery = ask_to_come_back(parse_contact(contact), user=person)
    for friend in friends:
        recovery = vouch(recovery, by=friend)
    return recovery


def prove(client, contact=NEW):
    """The first two pages: a contact, and the code that came there."""
    client.post(BACK, {"contact": contact})
    drain()
    sent = Message.objects.filter(to=contact, template="people/messages/code").order_by("-pk").first()
    return client.post(f"{BACK}code/", {"code": CODE.search(sent.body)[0]})


def ask_as_stranger(contact=NEW, **meant):
    """A fresh browser that has proved the contact and said whom it means; with the address for vouchers."""
    client = Client()
    prove(client, contact)
    client.post(f"{BACK}who/", meant)
    page = client.get(f"{BACK}mine/").content.decode()
    return client, re.search(r'href="http://testserver(/th/account/back/vouch/[^"]+)"', page)[1]
