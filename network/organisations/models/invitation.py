from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.clock import now
from network.words.public_ids import new_public_id

from .organisation import Organisation


class InvitationList(models.Model):
    """A pasted list that became invitations: its key is the dry run's, so that it is confirmed once."""

    key = models.CharField(max_length=12, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by"))
    at = models.DateTimeField(_("when"), default=now)
    size = models.PositiveIntegerField(_("how many"))

    class Meta:
        verbose_name = _("list of invitations")
        verbose_name_plural = _("lists of invitations")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.key


class InvitationQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(accepted_at=None, withdrawn_at=None)

    def open(self, at=None):
        return self.unanswered().filter(expires_at__gt=at or now())

    def in_state(self, state, at=None):
        at = at or now()
        return {
            Invitation.State.OPEN: self.open(at),
            Invitation.State.ACCEPTED: self.exclude(accepted_at=None),
            Invitation.State.EXPIRED: self.unanswered().filter(expires_at__lte=at),
            Invitation.State.WITHDRAWN: self.exclude(withdrawn_at=None),
        }[state]

    def with_organisation(self):
        """With all that a list or a card says of it, in five questions."""
        related = self.select_related("organisation__district", "invited_by", "accepted_by")
        return related.prefetch_related("organisation__texts", "organisation__district__texts")


class Invitation(models.Model):
    """Asks somebody to answer for an organisation; answered once, through a link of which only a digest is kept."""

    class State(models.TextChoices):
        OPEN = "open", _("Not answered yet")
        ACCEPTED = "accepted", pgettext_lazy("an invitation", "Accepted")
        EXPIRED = "expired", pgettext_lazy("an invitation", "Expired")
        WITHDRAWN = "withdrawn", pgettext_lazy("an invitation", "Withdrawn")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    turn = models.PositiveSmallIntegerField(
        default=1, editable=False, help_text=_("How many links it has had: a fresh one ends the one before.")
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="invitations", verbose_name=_("organisation")
    )
    person_name = models.CharField(_("name of the person"), max_length=150, blank=True)
    contact = models.CharField(
        _("phone or e-mail"), max_length=254, blank=True, help_text=_("Who proves it may accept, and nobody else.")
    )
    line_id = models.CharField(_("LINE id"), max_length=30, blank=True)
    sells = models.BooleanField(_("will sell"), default=True)
    listed_in = models.ForeignKey(
        InvitationList,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("from the list"),
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations_made", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited"), default=now)
    expires_at = models.DateTimeField(_("holds until"))
    accepted_at = models.DateTimeField(_("accepted on"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations_accepted",
        verbose_name=_("accepted by"),
    )
    withdrawn_at = models.DateTimeField(_("taken back on"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken back by"),
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at", "-pk"]
        indexes = [models.Index(fields=["contact"], name="invitation_contact")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invitation_open_once",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("invited_at")), name="invitation_ends_later"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(accepted_at__lt=F("expires_at")), name="invitation_accepted_in_time"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="invitation_accepted_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_accepted_or_withdrawn"
            ),
            # What can be proved and what cannot: one of them at most says whose it is.
            models.CheckConstraint(condition=Q(contact="") | Q(line_id=""), name="invitation_one_contact"),
        ]

    def __str__(self):
        return f"{self.organisation} ({self.get_state_display()})"

    @property
    def state(self):
        return self.state_at(now())

    def state_at(self, at):
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.withdrawn_at:
            return self.State.WITHDRAWN
        return self.State.EXPIRED if self.expires_at <= at else self.State.OPEN

    def get_state_display(self):
        return self.state.label
