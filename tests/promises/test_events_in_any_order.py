"""Promises 17, 25 and 26: however often and in whatever order Stripe tells it, the story has the same end."""

import random
from datetime import timedelta
from itertools import permutations

import pytest
from django.urls import reverse
from django.utils.translation import override

from network.clock import moved
from network.ledger.models import Entry
from network.outbox.testing import drain
from network.payments.actions import cancel_attempt, settle, sweep_attempts
from network.payments.exceptions import AttemptClosed
from network.payments.models import PaymentAttempt
from tests.network.payments.conftest import make_holder
from tests.promises.stripe_stories import (
    PaidByCard,
    PromptPayExpires,
    PromptPayFails,
    PromptPaySucceeds,
    RefundArrives,
    Refunded,
    deliver,
    end_of,
    forget_kept_promises,
)

pytestmark = pytest.mark.usefixtures("own_database")
STORIES = [PaidByCard, PromptPaySucceeds, PromptPayFails, PromptPayExpires, RefundArrives, Refunded]
FIVE = [PromptPaySucceeds, PromptPayFails, RefundArrives, Refunded]
# Status of the attempt, of its part, of its refund; how often it was fulfilled, and given back.
ENDS = {
    PaidByCard: ("settled", "fulfilled", [], 1, 0),
    PromptPaySucceeds: ("settled", "fulfilled", [], 1, 0),
    PromptPayFails: ("failed", "released", [], 0, 1),
    PromptPayExpires: ("expired", "released", [], 0, 1),
    RefundArrives: ("settled", "fulfilled", ["succeeded"], 1, 0),
    Refunded: ("settled", "fulfilled", ["failed"], 1, 0),
}


class Teller:
    """Tells stories in a fresh attempt each, and remembers how each ends when told once and in order."""

    def __init__(self, sandbox, jar):
        self.sandbox, self.jar, self.holder, self.count = sandbox, jar, make_holder(), 0

    def begin(self, story):
        self.count += 1
        return story(self.sandbox, self.holder, f"number{self.count:05}")

    def tell(self, kind, labels):
        """Each event is looked at before the next one comes; Stripe's side goes on only as far as was told."""
        story = self.begin(kind)
        for label in labels:
            story.deliver(label)
            drain()
        return end_of(story, self.jar)[1]

    def in_order(self, kind):
        end = self.tell(kind, kind.labels())
        assert end[1:] == ENDS[kind]
        return end

    def all_at_once(self, kind):
        """Once and in order, when all of it has happened already: what a shuffled heap must come to."""
        story = self.begin(kind)
        for event in [story.event(label) for label in reversed(kind.labels())][::-1]:
            deliver(event)
            drain()
        end = end_of(story, self.jar)
        assert end[1][1:] == ENDS[kind]
        return end


@pytest.fixture
def teller(stripe_sandbox, jar):
    return Teller(stripe_sandbox, jar)


@pytest.mark.promise(26)
@pytest.mark.parametrize("kind", FIVE, ids=lambda kind: kind.__name__)
def test_every_order_of_five_events_has_the_same_end(teller, kind, soak):
    orders = list(permutations(kind.labels()))
    assert len(orders) == 120
    right = teller.in_order(kind)

    for order in orders if soak else random.Random(26).sample(orders, 5):
        assert teller.tell(kind, order) == right, order


@pytest.mark.promise(25)
def test_each_event_five_times_and_shuffled_leaves_the_same_books(teller, soak):
    right = {kind: teller.all_at_once(kind) for kind in STORIES}

    for seed in range(1000 if soak else 18):
        chance, kind = random.Random(seed), STORIES[seed % len(STORIES)]
        story = teller.begin(kind)
        heard = [story.event(label) for label in kind.labels()] * 5
        chance.shuffle(heard)
        for event in heard:
            deliver(event)
            if chance.random() < 0.3:
                drain()
        drain()
        assert end_of(story, teller.jar) == right[kind], (seed, kind)
        forget_kept_promises()


@pytest.mark.promise(25)
def test_the_hash_of_the_books_sees_a_single_doubled_line(teller):
    story = teller.begin(PaidByCard)
    story.deliver((0, "checkout.session.completed"))
    drain()
    before = end_of(story, teller.jar)
    entry = Entry.objects.get(key=f"{story.attempt.ref}:paid")
    entry.pk, entry.key = None, f"{story.attempt.ref}:again"
    row = Entry.objects.get(key=f"{story.attempt.ref}:paid").transfers.first()
    entry.size = 1
    entry.save(force_insert=True)
    row.pk, row.entry, row.n = None, entry, 1
    row.save(force_insert=True)

    assert end_of(story, teller.jar)[0] != before[0]


@pytest.mark.promise(17)
@pytest.mark.parametrize("kind", [PromptPaySucceeds, PromptPayFails], ids=lambda kind: kind.__name__)
def test_promptpay_shows_waiting_and_all_orders_of_its_four_events_end_alike(teller, kind, client):
    """The first event may be looked at before the bank has spoken: then the payer reads that we wait."""
    four = [label for label in kind.labels() if label[1] != "payment_intent.processing"]
    right = teller.in_order(kind)
    orders = list(permutations(four))
    assert len(orders) == 24

    for order in orders:
        story = teller.begin(kind)
        story.deliver((0, "checkout.session.completed"))
        drain()
        story.attempt.refresh_from_db()
        assert story.attempt.status == PaymentAttempt.Status.CHECKING
        assert (teller.jar.fulfilled + teller.jar.released).count(story.attempt.parts.get().ref) == 0
        for label in order:
            story.deliver(label)
            drain()
        assert end_of(story, teller.jar)[1] == right, order


@pytest.mark.promise(17)
def test_the_payers_page_says_that_we_wait_for_the_bank(teller, client):
    story = teller.begin(PromptPaySucceeds)
    story.deliver((0, "checkout.session.completed"))
    drain()

    with override("en"):
        page = client.get(story.attempt.get_absolute_url()).content.decode()
        start = reverse("pay:start", args=[story.attempt.token])
    assert "Waiting for your bank to confirm the payment" in page
    assert start not in page  # nobody is asked to pay a second time
    assert client.post(start)["Location"] == story.attempt.get_absolute_url()
    with pytest.raises(AttemptClosed):
        cancel_attempt(story.attempt)
    story.deliver((1, "checkout.session.async_payment_succeeded"))
    drain()
    story.attempt.refresh_from_db()
    assert story.attempt.status == PaymentAttempt.Status.SETTLED


@pytest.mark.promise(17)
def test_a_slow_bank_keeps_the_goods_for_a_day_and_no_longer(teller):
    story = teller.begin(PromptPaySucceeds)
    story.deliver((0, "checkout.session.completed"))
    drain()

    with moved(timedelta(minutes=40)):
        sweep_attempts(settle)
    story.attempt.refresh_from_db()
    assert (story.attempt.status, teller.jar.released) == (PaymentAttempt.Status.CHECKING, [])
    assert teller.jar.extended[-1][1] == story.attempt.expires_at
    with moved(timedelta(hours=24, minutes=40)):
        sweep_attempts(settle)
    story.attempt.refresh_from_db()
    assert (story.attempt.status, len(teller.jar.released)) == (PaymentAttempt.Status.EXPIRED, 1)


@pytest.mark.promise(17)
def test_nobody_pays_and_the_session_expires(teller):
    assert teller.in_order(PromptPayExpires)[1] == PaymentAttempt.Status.EXPIRED
