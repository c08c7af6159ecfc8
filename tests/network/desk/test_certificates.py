"""Certificates: a badge stands only where a second person has verified one, and only until it ends."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from network.cards.models import Card
from network.clock import moved
from network.organisations.actions import enter_certificate, grant_role, judge_certificate, see_to_ends
from network.organisations.certified import certificates_to_judge, today
from network.organisations.models import Certificate
from network.outbox.testing import drain
from network.people.models import Message
from network.words.public_ids import new_public_id
from tests.marketplace.factories import create_live_listing, create_reviewer, create_seller, photo
from tests.network.people.factories import sign_in_as

pytestmark = pytest.mark.django_db

DESK = "/desk/certificates/"


@pytest.fixture
def listing():
    return create_live_listing()


def given(listing, **changes):
    ends = today() + timedelta(days=20)
    told = {"key": new_public_id(), "scheme": "otop", "stars": "4", "about": listing.ref, "number": "90-0412"}
    return told | {"issued_on": "1/2/2569", "expires_on": ends.isoformat(), "picture": photo(), **changes}


def enter(listing, *, by=None, **facts):
    told = {"scheme": "halal", "number": "1", "picture": photo(), "about": listing.ref, **facts}
    organisation = listing.owner.organisation
    return enter_certificate(organisation, public_id=new_public_id(), by=by or listing.owner.person, **told)


def badges(ref, language):
    drain()
    return Card.objects.get(ref=ref, language=language).badges


def page_of(client, listing):
    page = client.get(f"/en/shop/p/{listing.slug}/").content.decode()
    data = json.loads(re.search(r'ld\+json"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    return page, next(node for node in data["@graph"] if node["@type"] == "Product").get("hasCertification")


def test_from_the_owners_photo_to_a_badge_that_the_clock_takes_away(client, listing):
    owner, reviewer = listing.owner.person, create_reviewer()
    sign_in_as(client, owner)
    told = given(listing)
    for _double_click in range(2):
        assert client.post(f"{DESK}new/", told | {"picture": photo()}).url == DESK
    certificate = Certificate.objects.get()
    assert (certificate.stars, certificate.issued_on) == (4, date(2026, 2, 1))
    assert client.get(f"{DESK}{certificate.public_id}/picture/")["Content-Type"] == "image/jpeg"
    assert client.get(f"{DESK}{certificate.public_id}/").status_code == 403
    assert page_of(client, listing)[1] is None

    sign_in_as(client, reviewer)
    assert "90-0412" in client.get(f"{DESK}{certificate.public_id}/").content.decode()
    assert listing.owner.organisation.name in client.get(f"{DESK}waiting/").content.decode()
    assert client.post(f"{DESK}{certificate.public_id}/", {"verdict": "verify"}).url == f"{DESK}waiting/"
    assert certificates_to_judge(reviewer).count() == 0

    drain()
    page, linked = page_of(client, listing)
    assert "One Tambon One Product" in page
    assert linked == [
        {
            "@type": "Certification",
            "name": "OTOP ★★★★",
            "certificationIdentification": "90-0412",
            "certificationStatus": "https://schema.org/CertificationActive",
            "expires": certificate.expires_on.isoformat(),
            "issuedBy": {"@type": "Organization", "name": "Community Development Department"},
        }
    ]
    assert badges(listing.ref, "th") == ["โอทอป ★★★★"]
    for _again in range(2):
        see_to_ends()
    assert Message.objects.filter(template="organisations/messages/certificate_ends").count() == 1

    with moved(timedelta(days=21)):
        page, linked = page_of(client, listing)
        assert ("OTOP ★★★★" in re.sub(r'class="card.*', "", page), linked) == (False, None)
        see_to_ends()
        assert badges(listing.ref, "th") == []


def test_what_is_refused_or_taken_back_shows_nothing_and_its_people_read_why(client, listing):
    owner, reviewer = listing.owner.person, create_reviewer()
    refused, withdrawn = enter(listing), enter(listing, number="2")
    sign_in_as(client, reviewer)
    address = f"{DESK}{refused.public_id}/"
    assert client.post(address, {"verdict": "refuse", "refusal": ""}).status_code == 422
    assert client.post(address, {"verdict": "anything"}).status_code == 403
    assert client.post(address, {"verdict": "refuse", "refusal": "เลขไม่ตรงกับรูป"}).status_code == 302
    assert judge_certificate(refused, by=create_reviewer()) is False
    assert judge_certificate(withdrawn, by=reviewer) is True
    assert badges(listing.ref, "th") == ["ฮาลาล"]

    sign_in_as(client, owner)
    assert "เลขไม่ตรงกับรูป" in client.get(DESK).content.decode()
    client.post(f"{DESK}{withdrawn.public_id}/withdraw/")
    assert badges(listing.ref, "th") == []
    assert set(Message.objects.filter(user=owner).values_list("template", flat=True)) >= {
        "organisations/messages/certificate_refused",
        "organisations/messages/certificate_verified",
    }


def test_nobody_verifies_for_herself_and_the_database_knows(listing):
    owner, reviewer = listing.owner.person, create_reviewer()
    grant_role(owner, "coordinator", by=reviewer)
    certificate = enter(listing)

    for person in (owner, create_seller().person):
        with pytest.raises(PermissionDenied):
            judge_certificate(certificate, by=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.update(judged_by=owner, judged_at=certificate.entered_at)
    assert Certificate.objects.waiting().count() == 1


def test_strangers_reach_neither_photo_nor_others_goods(client, listing):
    certificate, stranger = enter(listing), create_seller()
    sign_in_as(client, stranger.person)

    assert client.get(f"{DESK}{certificate.public_id}/picture/").status_code == 404
    assert client.post(f"{DESK}{certificate.public_id}/withdraw/").status_code == 404
    answer = client.post(f"{DESK}new/", given(listing))
    assert answer.status_code == 422
    assert "about" in answer.context["form"].errors
    wrong = given(listing, about="", expires_on="1/2/2560", picture=b"")
    assert set(client.post(f"{DESK}new/", wrong).context["form"].errors) == {"expires_on", "picture"}
    with pytest.raises(PermissionDenied):
        enter(listing, by=stranger.person)
    assert Certificate.objects.count() == 1
