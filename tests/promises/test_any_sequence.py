"""Promises 1 and 4: after any sequence of postings, every balance is the sum of its lines and nothing is overdrawn."""

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from network.invariants import broken_invariants
from network.ledger.accounts import open_account
from network.ledger.actions import (
    Transfer,
    erase_private,
    hold_transfer,
    post_entry,
    post_pending,
    reverse_entry,
    void_pending,
)
from network.ledger.balances import read_balances
from network.ledger.exceptions import LedgerError, NotReversible, Overdrawn
from network.ledger.fold import fold
from network.ledger.models import Entry, FoldMark
from network.ledger.models import Transfer as Row
from network.ledger.seal import seal_books

NAMES = ["cash", "purse", "fund", "payable", "fee"]
AMOUNTS = st.integers(1, 1000)
PAIRS = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)


class Books(RuleBasedStateMachine):
    """Real books beside a model of them: two dicts of what each account moved and what is held."""

    thorough = False

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        FoldMark.objects.create(pk=1)
        self.accounts = {
            "cash": open_account("cash", side="debit"),
            "purse": open_account("purse", side="debit", limited=True),
            "fund": open_account("fund", limited=True, book="fund:a"),
            "payable": open_account("payable", limited=True),
            "fee": open_account("fee"),
        }
        self.posted = dict.fromkeys(NAMES, 0)
        self.held = dict.fromkeys(NAMES, 0)
        self.pending, self.moved, self.count = [], [], 0
        self.post(["cash", "fund"], 1000)
        self.post(["cash", "payable"], 1000)

    def teardown(self):
        self.demand_sound()
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    def next_key(self):
        self.count += 1
        return f"key:{self.count}"

    def sign(self, name, side):
        return 1 if self.accounts[name].side == side else -1

    def move(self, debit, credit, amount):
        self.posted[debit] += self.sign(debit, "debit") * amount
        self.posted[credit] += self.sign(credit, "credit") * amount

    def hold(self, debit, credit, amount):
        """Only the account that would shrink has less at hand."""
        if self.sign(debit, "debit") < 0:
            self.held[debit] += amount
        if self.sign(credit, "credit") < 0:
            self.held[credit] += amount

    def overdrawn(self):
        return any(
            account.limited and self.posted[name] - self.held[name] < 0 for name, account in self.accounts.items()
        )

    def attempt(self, write, effect, refusal=Overdrawn):
        """Write if the model allows it, else see the refusal and that it left nothing."""
        before = dict(self.posted), dict(self.held)
        effect()
        if not self.overdrawn():
            return write()
        self.posted, self.held = before
        rows = Row.objects.count()
        with pytest.raises(refusal), transaction.atomic():
            write()
        assert Row.objects.count() == rows
        return None

    @rule(pair=PAIRS, amount=AMOUNTS)
    def transfer(self, pair, amount):
        self.post(pair, amount)

    def post(self, pair, amount):
        debit, credit = pair
        row = Transfer(debit=self.accounts[debit], credit=self.accounts[credit], amount=amount)
        entry = self.attempt(
            lambda: post_entry(key=self.next_key(), kind="t", transfers=[row], private={"n": amount}),
            lambda: self.move(debit, credit, amount),
        )
        if entry:
            self.moved.append([entry, debit, credit, amount])

    @rule(name=st.sampled_from(["fund", "payable"]), more=st.integers(0, 1))
    def take_what_is_left(self, name, more):
        """To the last satang, and not one satang more."""
        amount = self.posted[name] - self.held[name] + more
        if amount:
            self.post([name, "cash"], amount)

    @rule(amount=AMOUNTS, fee=AMOUNTS)
    def pass_through(self, amount, fee):
        """Into a limited account and out of it in one entry, told in the wrong order."""
        legs = [("payable", "fee", fee), ("cash", "payable", amount)]
        rows = [Transfer(debit=self.accounts[d], credit=self.accounts[c], amount=a) for d, c, a in legs]
        self.attempt(
            lambda: post_entry(key=self.next_key(), kind="t", transfers=rows),
            lambda: [self.move(*leg) for leg in legs],
        )

    @rule(pair=PAIRS, amount=AMOUNTS)
    def set_aside(self, pair, amount):
        debit, credit = (self.accounts[name] for name in pair)
        pending = self.attempt(
            lambda: hold_transfer(key=self.next_key(), kind="t", debit=debit, credit=credit, amount=amount),
            lambda: self.hold(*pair, amount),
        )
        if pending:
            self.pending.append((pending, *pair))

    @precondition(lambda self: self.pending)
    @rule(data=st.data())
    def end(self, data):
        pending, debit, credit = self.pending.pop(data.draw(st.integers(0, len(self.pending) - 1)))
        amount = data.draw(st.just(0) | st.integers(1, pending.amount))
        self.hold(debit, credit, -pending.amount)
        if amount:
            post_pending(pending, key=self.next_key(), kind="t", amount=amount)
            self.move(debit, credit, amount)
        else:
            void_pending(pending, key=self.next_key(), kind="t")
        with pytest.raises(LedgerError), transaction.atomic():
            void_pending(pending, key=self.next_key(), kind="t")

    @precondition(lambda self: self.moved)
    @rule(data=st.data())
    def give_back(self, data):
        told = data.draw(st.sampled_from(self.moved))
        entry, debit, credit, left = told
        if not left:
            return
        amount = data.draw(st.integers(1, left))
        with pytest.raises((NotReversible, Overdrawn)), transaction.atomic():
            reverse_entry(entry, key=self.next_key(), amounts={1: left + 1})
        back = self.attempt(
            lambda: reverse_entry(entry, key=self.next_key(), amounts={1: amount}),
            lambda: self.move(credit, debit, amount),
        )
        told[3] -= amount if back else 0

    @rule()
    def fold_some(self):
        fold(Row.objects.count() and Row.objects.order_by("pk")[Row.objects.count() // 2].pk)

    @rule()
    def seal(self):
        if connection.vendor == "sqlite":  # elsewhere the sealer refuses to work inside a transaction
            seal_books()

    @rule()
    def forget(self):
        erase_private(Entry.objects.all())

    @invariant()
    def books_equal_the_model(self):
        balances = read_balances(self.accounts.values())
        assert {name: balances[account.pk] for name, account in self.accounts.items()} == {
            name: (self.posted[name], self.held[name]) for name in NAMES
        }
        if self.thorough:
            self.demand_sound()

    def demand_sound(self):
        assert not {name: rows for name, rows in broken_invariants().items() if name.startswith("ledger.")}


@pytest.mark.django_db
@pytest.mark.promise(1)
@pytest.mark.promise(4)
def test_any_sequence_of_postings_leaves_true_books(soak):
    Books.thorough = soak
    size = {"max_examples": 500, "stateful_step_count": 50} if soak else {"max_examples": 30, "stateful_step_count": 30}
    run_state_machine_as_test(
        Books,
        settings=settings(**size, deadline=None, database=None, suppress_health_check=list(HealthCheck)),
    )
