"""Coming back by two who vouch: who may, how it is stopped, and what it never does."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from network import clock
from network.organisations.actions import end_membership, grant_delegate, suspend_organisation
from network.organisations.actions.recovery import (
    AnotherIsOpen,
    NotYoursToVouch,
    RecoveryEnded,
    ask_to_come_back,
    come_back,
    stop_recovery,
    vouch,
)
from network.organisations.models import Recovery
from network.organisations.recovery import person_named
from network.organisations.recovery_news import stop_token
from network.outbox.testing import drain
from network.people.contacts import parse_contact
from network.people.models import Message, User
from tests.network.organisations.coming_back import NEW, create_group, three_friends, vouched_for
from tests.network.organisations.factories import create_coordinator
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db

DAY = timedelta(hours=24)


def heard(template):
    """To whom this message went, in their order."""
    drain()
    return sorted(Message.objects.filter(template=f"organisations/messages/{template}").values_list("to", flat=True))


def test_two_of_her_group_vouch_and_after_a_day_she_is_back_with_the_new_contact():
    fah, malee, duang = three_friends(phone="+66812345678")
    recovery = vouched_for(fah, malee, duang, contact="+66898765432")

    with clock.moved(DAY):
        come_back(recovery)

    fah.refresh_from_db()
    assert (fah.phone, fah.phone_verified, fah.email) == ("+66898765432", True, "fah@example.org")
    deeds = ["asked", "vouched", "vouched", "told", "used"]
    assert [step.deed for step in recovery.steps.all()] == deeds
    assert [step.by for step in recovery.steps.filter(deed="vouched")] == [malee, duang]


def test_she_and_both_who_vouched_hear_of_it_at_once_when_it_opens_and_when_it_is_used():
    fah, malee, duang = three_friends(phone="+66812345678", line_uid="U-fah")
    recovery = vouched_for(fah, malee, duang)
    all_of_them = sorted(["+66812345678", "U-fah", fah.email, malee.email, duang.email])

    assert heard("recovery_waits") == all_of_them
    assert heard("recovery_opens") == []
    with clock.moved(DAY):
        assert heard("recovery_opens") == all_of_them
        assert heard("recovery_ready") == [NEW]
        come_back(recovery)
        assert heard("recovery_used") == all_of_them


def test_an_impostor_with_one_friend_gets_nowhere():
    fah, malee, _duang = three_friends()
    recovery = vouched_for(fah, malee)

    vouch(recovery, by=malee)  # again, as a double click would
    with clock.moved(DAY), pytest.raises(RecoveryEnded) as refused:
        come_back(recovery)

    assert refused.value.state == "asked"
    assert recovery.steps.filter(deed="vouched").count() == 1
    assert not User.objects.filter(email=NEW).exists()


def test_before_the_day_is_over_nobody_comes_back():
    recovery = vouched_for(*three_friends())

    with clock.moved(DAY - timedelta(minutes=1)), pytest.raises(RecoveryEnded) as refused:
        come_back(recovery)

    assert refused.value.state == "waiting"


def test_it_is_used_once():
    recovery = vouched_for(*three_friends())

    with clock.moved(DAY):
        come_back(recovery)
        with pytest.raises(RecoveryEnded) as refused:
            come_back(recovery)

    assert refused.value.state == "used"


def test_what_is_stopped_stays_stopped():
    fah, malee, duang = three_friends()
    recovery = vouched_for(fah, malee, duang)

    assert stop_recovery(recovery, by=malee)
    assert not stop_recovery(recovery, by=duang)

    with clock.moved(DAY), pytest.raises(RecoveryEnded) as refused:
        come_back(recovery)
    assert refused.value.state == "stopped"
    assert heard("recovery_stopped") == sorted([NEW, fah.email, malee.email, duang.email])
    with clock.moved(DAY):
        assert heard("recovery_opens") == []


def test_after_two_weeks_it_has_run_out_and_makes_room_for_another():
    fah, malee, duang = three_friends()
    recovery = vouched_for(fah, malee, duang)

    with clock.moved(timedelta(days=14)):
        with pytest.raises(RecoveryEnded) as refused:
            come_back(recovery)
        another = vouched_for(fah, malee)

    assert refused.value.state == "expired"
    assert another != recovery
    assert recovery.steps.last().deed == "expired"


def test_a_notice_is_enough_to_stop_it_and_looking_is_not(client):
    fah, malee, duang = three_friends()
    recovery = vouched_for(fah, malee, duang)
    heard("recovery_waits")
    notice = Message.objects.get(to=fah.email)
    path = f"/th/account/back/stop/{stop_token(recovery)}/"
    assert path in notice.body

    assert client.get(path).status_code == 200
    assert Recovery.objects.get().stopped_at is None
    for _press in range(2):
        assert client.post(path).status_code == 200

    assert Recovery.objects.get().stopped_at is not None
    assert recovery.steps.filter(deed="stopped").count() == 1
    assert client.post("/th/account/back/stop/forged/").status_code == 404


def test_asking_twice_with_one_contact_asks_once():
    fah, *_friends = three_friends()

    first, second = [ask_to_come_back(parse_contact(NEW), user=fah) for _click in range(2)]

    assert first == second
    assert first.steps.count() == 1


def test_one_that_is_vouched_for_keeps_every_other_of_hers_out_until_it_is_stopped():
    fah, malee, duang = three_friends()
    false = vouched_for(fah, malee, contact="thief@example.org")
    true = ask_to_come_back(parse_contact(NEW), user=fah)

    with pytest.raises(AnotherIsOpen):
        vouch(true, by=duang)
    stop_recovery(false, by=duang)

    assert vouch(true, by=duang).first_voucher == duang


class TestWhoMayVouch:
    def refused(self, recovery, person):
        with pytest.raises(NotYoursToVouch):
            vouch(recovery, by=person)
        recovery.refresh_from_db()
        return True

    def test_nobody_for_herself_no_stranger_no_coordinator_and_no_delegate(self):
        fah, malee, _duang = three_friends()
        delegate = create_person()
        grant_delegate(fah.memberships.get().organisation, delegate, by=malee)
        recovery = vouched_for(fah)

        for person in [fah, create_person(), create_coordinator(), delegate]:
            assert self.refused(recovery, person)
        assert recovery.vouchers == []

    def test_whoever_came_to_the_group_within_the_week_was_perhaps_entered_for_this(self):
        fah, malee, duang = three_friends()
        newcomer = create_person()
        fah.memberships.get().organisation.memberships.create(user=newcomer)

        assert self.refused(vouched_for(fah, malee), newcomer)

    def test_a_group_that_she_came_to_within_the_week_does_not_know_her(self):
        fah, friends = create_person(), [create_person(), create_person()]
        create_group(*friends).memberships.create(user=fah)
        recovery = vouched_for(fah)

        assert self.refused(recovery, friends[0])
        assert vouch(recovery, by=create_coordinator()).organisation is None

    def test_whoever_has_left_the_group_is_a_stranger(self):
        fah, malee, duang = three_friends()
        third = create_person()
        group = fah.memberships.get().organisation
        group.memberships.create(user=third, since=clock.now() - timedelta(days=30))
        recovery = vouched_for(fah, malee)
        end_membership(duang.memberships.get())

        assert self.refused(recovery, duang)

    def test_both_are_of_the_same_group(self):
        fah, malee, _duang = three_friends()
        others = [create_person(), create_person()]
        create_group(fah, *others)

        assert self.refused(vouched_for(fah, malee), others[0])

    def test_where_the_group_has_not_two_others_two_coordinators_do_it(self):
        fah, friend = create_person(), create_person()
        create_group(fah, friend)
        recovery = vouched_for(fah)

        assert self.refused(recovery, friend)
        for coordinator in [create_coordinator(), create_coordinator()]:
            recovery = vouch(recovery, by=coordinator)
        assert recovery.organisation is None
        assert recovery.state(clock.now()) == "waiting"

    def test_who_belongs_to_no_group_is_vouched_for_by_coordinators(self):
        recovery = vouched_for(create_person(), create_coordinator(), create_coordinator())

        assert recovery.opens_at == recovery.second_vouched_at + DAY

    def test_the_kind_is_decided_by_the_first(self):
        fah, friend, coordinator = create_person(), create_person(), create_coordinator()
        group = create_group(fah, friend)
        recovery = vouched_for(fah, coordinator)
        group.memberships.create(user=create_person(), since=clock.now() - timedelta(days=30))

        assert self.refused(recovery, friend)
        assert vouch(recovery, by=create_coordinator()).opens_at

    def test_a_suspended_group_vouches_for_nobody(self):
        fah, malee, _duang = three_friends()
        suspend_organisation(fah.memberships.get().organisation, by=create_coordinator(), reason="x")

        assert self.refused(vouched_for(fah), malee)

    def test_a_third_comes_too_late(self):
        fah, malee, duang = three_friends()
        third = create_person()
        fah.memberships.get().organisation.memberships.create(user=third, since=clock.now() - timedelta(days=30))

        with pytest.raises(RecoveryEnded):
            vouch(vouched_for(fah, malee, duang), by=third)

    def test_for_somebody_whom_we_do_not_know_nobody_may(self):
        assert self.refused(ask_to_come_back(parse_contact(NEW), user=None), create_coordinator())


@pytest.mark.parametrize(
    "wrong",
    [
        lambda fah, malee, duang: {"first_voucher": fah, "first_vouched_at": clock.now()},
        lambda fah, malee, duang: {"second_voucher": malee, "second_vouched_at": clock.now()},
        lambda fah, malee, duang: {"used_at": clock.now()},
        lambda fah, malee, duang: {"stopped_by": malee},
    ],
)
def test_the_database_refuses_what_the_rules_forbid(wrong):
    people = three_friends()
    recovery = vouched_for(people[0], people[1])

    with pytest.raises(IntegrityError), transaction.atomic():
        Recovery.objects.filter(pk=recovery.pk).update(**wrong(*people))


def test_what_happened_protects_all_whom_it_names():
    people = three_friends()
    recovery = vouched_for(*people)

    for row in [recovery, *people]:
        with pytest.raises(ProtectedError):
            row.delete()
    assert recovery.steps.count() == 4


def test_she_is_found_by_name_and_group_if_there_is_one_such_person():
    fah, *_friends = three_friends()

    assert person_named(" ฟ้า  ใจดี ", "ทอผ้าเกาะยอ") == fah
    assert person_named("ฟ้า ใจดี", "กลุ่มอื่น") is None
    create_group(create_person(first_name="ฟ้า", last_name="ใจดี"))
    assert person_named("ฟ้า ใจดี", "ทอผ้าเกาะยอ") is None


def test_sessions_that_nobody_listed_end_too(client):
    fah, malee, duang = three_friends()
    client.force_login(fah)
    recovery = vouched_for(fah, malee, duang)

    with clock.moved(DAY):
        come_back(recovery)

    assert get_user(client).is_anonymous
