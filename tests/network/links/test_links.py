import pytest
from django.db import IntegrityError, transaction

from network.clock import now
from network.links import registry
from network.links.actions import WrongEnd, link, unlink, unlink_all
from network.links.models import Link
from network.links.registry import UnknownLinkKind, link_kind, register_link_kind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})
    register_link_kind(
        "tells_of", title="Tells of", back_title="Told in", sources=["story"], targets=["listing", "fund"]
    )
    register_link_kind("near", title="Near", mutual=True)


def test_two_things_are_linked_once():
    first = link("tells_of", "story:a", "listing:b")
    assert link("tells_of", "story:a", "listing:b") == first
    assert Link.objects.count() == 1


def test_a_link_is_read_from_both_ends():
    link("tells_of", "story:a", "listing:b")
    link("tells_of", "story:a", "fund:c")
    link("near", "story:a", "place:d")
    assert Link.objects.others_of("story:a") == ["listing:b", "fund:c", "place:d"]
    assert Link.objects.others_of("story:a", "tells_of") == ["listing:b", "fund:c"]
    assert Link.objects.others_of("fund:c") == ["story:a"]
    assert {found.target for found in Link.objects.leading_from("story:a").of_kind("tells_of")} == {
        "listing:b",
        "fund:c",
    }
    assert [found.source for found in Link.objects.leading_to("listing:b")] == ["story:a"]


def test_a_mutual_link_is_the_same_from_either_side():
    assert link("near", "place:b", "place:a") == link("near", "place:a", "place:b")
    assert unlink("near", "place:b", "place:a")
    assert Link.objects.count() == 0


def test_a_directed_link_is_not_its_own_reverse():
    register_link_kind("follows", title="Follows", back_title="Comes before")
    link("follows", "work:b", "work:a")
    assert not unlink("follows", "work:a", "work:b")
    assert Link.objects.count() == 1


def test_unlinking_what_is_not_linked_changes_nothing():
    link("tells_of", "story:a", "listing:b")
    assert not unlink("tells_of", "story:a", "fund:c")
    assert unlink("tells_of", "story:a", "listing:b")
    assert not unlink("tells_of", "story:a", "listing:b")


def test_a_thing_that_is_no_longer_takes_its_links_along():
    link("tells_of", "story:a", "listing:b")
    link("near", "listing:b", "place:d")
    link("near", "place:d", "place:e")
    assert unlink_all("listing:b") == 2
    assert [str(left) for left in Link.objects.all()] == ["place:d near place:e"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("listing:b", "story:a"),
        ("story:a", "story:b"),
        ("story:a", "story:a"),
        ("story", "listing:b"),
        ("story:a", ":b"),
        ("story:a", ""),
    ],
)
def test_wrong_ends_are_refused_and_nothing_is_written(source, target):
    with pytest.raises(WrongEnd):
        link("tells_of", source, target)
    assert Link.objects.count() == 0


def test_a_link_that_no_room_knows_is_refused():
    with pytest.raises(UnknownLinkKind):
        link("loves", "story:a", "listing:b")
    assert Link.objects.count() == 0


def test_a_kind_is_registered_once():
    with pytest.raises(ValueError, match="Two rooms"):
        register_link_kind("near", title="Near")
    assert link_kind("near").back_title == "Near"


def test_the_database_refuses_doubles_and_loops():
    link("near", "place:a", "place:b")
    for source, target in [("place:a", "place:b"), ("place:a", "place:a")]:
        with pytest.raises(IntegrityError), transaction.atomic():
            Link.objects.create(kind="near", source=source, target=target, made_at=now())
    assert Link.objects.count() == 1
