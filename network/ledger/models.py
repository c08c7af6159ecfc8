"""The books: accounts, entries and their transfers; seals and checkpoints made of them afterwards.

Rows of Account, Entry, Transfer and Seal are never changed or deleted: triggers refuse it (see `triggers/`).
Amounts are whole minor units: satang for THB, minutes for MIN, satang of stated value for KIND.
"""

import json

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .balances import read_balances

CODE_LENGTH = 80
KEY_LENGTH = 120
BOOK_LENGTH = 40
DIGEST_LENGTH = 64


class Account(models.Model):
    """A bucket of value in one unit, kept in one book."""

    class Unit(models.TextChoices):
        BAHT = "THB", _("baht")
        MINUTES = "MIN", _("volunteer minutes")
        IN_KIND = "KIND", _("in-kind value")

    class Side(models.TextChoices):
        CREDIT = "credit", _("credit")
        DEBIT = "debit", _("debit")

    code = models.CharField(max_length=CODE_LENGTH, help_text=_("Public, so never a person's name or contact."))
    unit = models.CharField(max_length=4, choices=Unit)
    side = models.CharField(max_length=6, choices=Side, help_text=_("The side on which the balance grows."))
    limited = models.BooleanField(help_text=_("It can never be overdrawn, pending amounts counted."))
    book = models.CharField(max_length=BOOK_LENGTH, help_text=_("market, or fund:<id>: which chain seals it."))
    title = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            # Not unique=True: PostgreSQL would keep a second index for LIKE.
            models.UniqueConstraint(fields=["code"], name="account_code_once"),
            models.CheckConstraint(condition=Q(unit__in=["THB", "MIN", "KIND"]), name="account_unit_known"),
            models.CheckConstraint(condition=Q(side__in=["credit", "debit"]), name="account_side_known"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(book=""), name="account_is_named"),
        ]

    def __str__(self):
        return self.code

    def balance(self):
        """What is posted, on the account's own side, in minor units."""
        return self.balances().posted

    def pending(self):
        """What pending transfers set aside from it, in minor units."""
        return self.balances().pending

    def available(self):
        """What may still be taken: posted less pending, in minor units."""
        return self.balances().available

    def balances(self):
        return read_balances([self])[self.pk]


class EntryQuerySet(models.QuerySet):
    def in_book(self, book):
        """Sealed entries of a book in the order of its chain."""
        return self.filter(seals__book=book).order_by("seals__position")


class Entry(models.Model):
    """One business event: transfers written together, once per key."""

    key = models.CharField(max_length=KEY_LENGTH)
    kind = models.CharField(max_length=40)
    day = models.DateField(help_text=_("The local day on which it happened: what the public sees."))
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    size = models.PositiveSmallIntegerField(help_text=_("How many transfers it has."))
    private_digest = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="entry_key_once"),
            models.CheckConstraint(condition=Q(size__gt=0), name="entry_not_empty"),
        ]

    def __str__(self):
        return self.key


class PrivateNote(models.Model):
    """What the public must not read of an entry, and the salt that hides it in the entry's digest.

    Deleting the row erases it for good: the digest stays, the chain still verifies, and nobody can guess
    what it was made of.
    """

    entry = models.OneToOneField(
        Entry, models.DO_NOTHING, primary_key=True, related_name="private_note", db_constraint=False
    )
    salt = models.CharField(max_length=32)
    facts = models.TextField(help_text=_("JSON with sorted keys, exactly as digested."))

    def __str__(self):
        return f"private note of entry {self.entry_id}"

    def read(self):
        return json.loads(self.facts)


class Transfer(models.Model):
    """One debit account, one credit account, one amount, one unit: it cannot be unbalanced.

    Without foreign keys in the database: their locks deadlock with the drains'. The judging trigger checks
    that accounts, entry and origin exist.
    """

    class Kind(models.TextChoices):
        SINGLE = "single", _("transfer")
        PENDING = "pending", _("pending")
        POST = "post", _("posted")
        VOID = "void", _("voided")
        REVERSAL = "reversal", _("reversal")

    entry = models.ForeignKey(Entry, models.DO_NOTHING, related_name="transfers", db_index=False, db_constraint=False)
    n = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.SINGLE)
    unit = models.CharField(max_length=4, choices=Account.Unit)
    debit = models.ForeignKey(Account, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    credit = models.ForeignKey(Account, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    amount = models.BigIntegerField()
    hold = models.BigIntegerField(
        default=0, help_text=_("The whole amount of the pending transfer that this one ends, else 0.")
    )
    origin = models.ForeignKey(
        "self", models.DO_NOTHING, related_name="outcomes", null=True, db_index=False, db_constraint=False
    )
    expires_at = models.DateTimeField(null=True, help_text=_("When a pending transfer must have ended."))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="transfer_amount_positive"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="transfer_two_accounts"),
            # `hold` stands on the row that ends a pending one, so that over-posting is a plain check.
            models.CheckConstraint(
                condition=Q(kind__in=["single", "pending"], origin__isnull=True, hold=0)
                | Q(kind="reversal", origin__isnull=False, hold=0)
                | Q(kind="post", origin__isnull=False, hold__gte=F("amount"))
                | Q(kind="void", origin__isnull=False, hold=F("amount")),
                name="transfer_kind_legal",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True) | Q(kind="pending"), name="transfer_only_pending_expires"
            ),
            models.UniqueConstraint(fields=["entry", "n"], name="transfer_entry_n_once"),
            models.UniqueConstraint(
                fields=["origin"], condition=Q(kind__in=["post", "void"]), name="transfer_resolved_once"
            ),
        ]
        indexes = [
            # Everything that a balance sums, so that the table itself is not read.
            models.Index(fields=["debit", "id", "kind", "amount", "hold"], name="transfer_debits"),
            models.Index(fields=["credit", "id", "kind", "amount", "hold"], name="transfer_credits"),
            models.Index(fields=["origin"], condition=Q(kind="reversal"), name="transfer_reversals"),
            models.Index(fields=["expires_at"], condition=Q(kind="pending"), name="transfer_expiries"),
        ]

    def __str__(self):
        return f"{self.amount} {self.unit} from {self.credit_id} to {self.debit_id}"


class Seal(models.Model):
    """A committed entry's place in its book's chain: gapless, each with the digest of the one before."""

    book = models.CharField(max_length=BOOK_LENGTH)
    position = models.PositiveBigIntegerField()
    entry = models.ForeignKey(Entry, models.DO_NOTHING, related_name="seals", db_index=False)
    previous = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "position"], name="seal_position_once"),
            models.UniqueConstraint(fields=["entry", "book"], name="seal_entry_once_per_book"),
        ]

    def __str__(self):
        return f"{self.book} {self.position}"


class Checkpoint(models.Model):
    """An account's sums over all transfers up to an id: derived, and rebuilt from them at any time."""

    account = models.OneToOneField(Account, models.DO_NOTHING, primary_key=True, related_name="checkpoint")
    upto = models.BigIntegerField()
    debits_posted = models.BigIntegerField(default=0)
    credits_posted = models.BigIntegerField(default=0)
    debits_pending = models.BigIntegerField(default=0)
    credits_pending = models.BigIntegerField(default=0)

    def __str__(self):
        return f"checkpoint of account {self.account_id}"


class FoldMark(models.Model):
    """How far the sealer, the folding and the last whole check have come: one row."""

    sealed_entry = models.BigIntegerField(default=0)
    folded_transfer = models.BigIntegerField(default=0)
    checked_entry = models.BigIntegerField(default=0)
    checked_transfer = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="foldmark_only_one")]

    def __str__(self):
        return f"sealed to entry {self.sealed_entry}"
