from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.ledger.accounts import open_account
from network.ledger.balances import balance_of
from network.organisations.models import Organisation
from network.payments.models import HolderAccount
from network.people.languages import TranslatedMixin, TranslatedQuerySet, Translation
from network.words.public_ids import new_public_id

# Reserved because pages of ours stand there.
RESERVED_SLUGS = {"board", "charters", "expenses", "new"}


class FundQuerySet(TranslatedQuerySet):
    def public(self):
        """What anyone may read: open funds and those that have ended; drafts never."""
        return self.exclude(state=Fund.State.DRAFT)

    def accepting_pledges(self):
        return self.filter(state=Fund.State.OPEN)

    def managed_by(self, user):
        """Funds of the organisations this person acts for."""
        return self.filter(steward__in=Organisation.objects.managed_by(user))


class Fund(TranslatedMixin, models.Model):
    """A purpose with accounts of its own that accepts pledges; a steward answers for it."""

    class State(models.TextChoices):
        DRAFT = "draft", _("being prepared")
        OPEN = "open", _("open to pledges")
        CLOSED = "closed", _("closed")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(pgettext_lazy("web", "address"), max_length=80, unique=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT)
    steward = models.ForeignKey(Organisation, models.PROTECT, related_name="stewarded_funds", verbose_name=_("steward"))
    dimension = models.ForeignKey(
        "organisations.Dimension", models.PROTECT, related_name="funds", verbose_name=_("dimension")
    )
    holder = models.ForeignKey(HolderAccount, models.PROTECT, related_name="funds", verbose_name=_("holder account"))
    goal = models.PositiveBigIntegerField(
        _("goal"), null=True, blank=True, help_text=_("In satang; a fund may have none.")
    )
    permit_number = models.CharField(_("solicitation permit"), max_length=60, blank=True)
    permit_until = models.DateField(_("permitted until"), null=True, blank=True)
    is_exempt = models.BooleanField(_("needs no permit, for the stated reason"), default=False)
    picture = models.ImageField(_("picture"), upload_to="funds/", blank=True)
    is_fictional = models.BooleanField(_("fictional (demo)"), default=False)
    two_approve_over = models.PositiveBigIntegerField(
        _("two people approve above"), default=5_000_00, help_text=_("In satang, of what is paid out at once.")
    )
    raised = models.PositiveBigIntegerField(
        default=0, editable=False, help_text=_("In satang; counted anew after each pledge.")
    )
    backers = models.PositiveIntegerField(default=0, editable=False)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    prepared_by = models.ForeignKey(
        "people.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("prepared by")
    )
    opened_by = models.ForeignKey(
        "people.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("opened by")
    )

    objects = FundQuerySet.as_manager()

    class Meta:
        verbose_name = _("fund")
        verbose_name_plural = _("funds")
        ordering = ["slug"]
        constraints = [
            # Solicitation Control Act B.E. 2487: asking the public needs a permit or a stated exemption.
            models.CheckConstraint(
                condition=~Q(state="open") | ~Q(permit_number="") | Q(is_exempt=True), name="fund_open_only_with_permit"
            ),
            models.CheckConstraint(condition=~Q(slug__in=sorted(RESERVED_SLUGS)), name="fund_slug_not_reserved"),
            # Nobody asks the public for money alone.
            models.CheckConstraint(
                condition=Q(prepared_by=None) | Q(opened_by=None) | ~Q(prepared_by=models.F("opened_by")),
                name="fund_opened_by_another",
            ),
        ]

    def __str__(self):
        text = self.in_language()
        return text.name if text else self.slug

    def get_absolute_url(self):
        return reverse("funds:fund", args=[self.slug])

    @property
    def ref(self):
        return f"fund:{self.public_id}"

    @property
    def book(self):
        """The fund's own book, with a chain of its own."""
        return self.ref

    @cached_property
    def available(self):
        """The ledger account of money that waits for a decision; it can never be overdrawn."""
        return open_account(f"{self.ref}:available", side="credit", limited=True, book=self.book, title="Available")

    def balance(self):
        """What it holds and has not set aside, in satang; one query, and no account is opened for it."""
        return balance_of(f"{self.ref}:available").posted

    @cached_property
    def committed(self):
        """Money that a decision has set aside."""
        return open_account(f"{self.ref}:committed", side="credit", limited=True, book=self.book, title="Committed")

    @property
    def receivable_code(self):
        """Of the account of what a refund took back that the fund had spent; the shop opens it by the same code."""
        return f"receivable:{self.ref}"

    def needs_second(self, amount):
        """Whether two people must approve that `amount` satang is paid out."""
        return amount > self.two_approve_over

    @property
    def takes_pledges(self):
        return self.state == self.State.OPEN


class FundText(Translation):
    parent = models.ForeignKey(Fund, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=150)
    line = models.CharField(_("in one line"), max_length=200, blank=True)
    purpose = models.TextField(_("purpose"))
    governance = models.TextField(_("who decides, and how"), blank=True)
    exemption = models.TextField(_("why no permit is needed"), blank=True)
