from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.people.contacts import Contact
from network.words.public_ids import new_token

from .organisation import Organisation


class RecoveryQuerySet(models.QuerySet):
    def not_ended(self):
        return self.filter(used_at=None, stopped_at=None)

    def open(self, at):
        return self.not_ended().filter(expires_at__gt=at)

    def over_time(self, at):
        return self.not_ended().filter(expires_at__lte=at)

    def ready(self, at):
        """Vouched for twice, and the wait is over."""
        return self.open(at).filter(opens_at__lte=at)

    def asked_from(self, contact):
        return self.filter(channel=contact.channel, address=contact.address)


class Recovery(models.Model):
    """Somebody asks to come back to her account with a new contact; two people who know her say that it is she.

    `user` is nobody where no such person was found: the asker sees the same. The token opens a page for vouchers; it
    gives nothing to who holds it. `organisation` is the one whose members vouch, or None where coordinators do.
    """

    token = models.CharField(max_length=27, unique=True, default=new_token, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recoveries",
        verbose_name=_("person"),
    )
    channel = models.CharField(_("channel"), max_length=5)
    address = models.CharField(_("new contact"), max_length=254)
    asked_at = models.DateTimeField(_("asked"))
    expires_at = models.DateTimeField(_("ends"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    first_voucher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recoveries_vouched_first",
        verbose_name=_("first who vouched"),
    )
    first_vouched_at = models.DateTimeField(_("first vouched"), null=True, blank=True)
    second_voucher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recoveries_vouched_second",
        verbose_name=_("second who vouched"),
    )
    second_vouched_at = models.DateTimeField(_("second vouched"), null=True, blank=True)
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recoveries_stopped",
        verbose_name=_("stopped by"),
    )

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("coming back")
        verbose_name_plural = _("comings back")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # Asking gives nothing; the first who vouches opens it, and then it is the only one of this person.
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(used_at=None, stopped_at=None, first_voucher__isnull=False),
                name="recovery_of_person_once",
            ),
            models.UniqueConstraint(
                fields=["channel", "address"],
                condition=Q(used_at=None, stopped_at=None),
                name="recovery_of_contact_once",
            ),
            models.CheckConstraint(
                condition=Q(first_voucher=None, first_vouched_at=None)
                | (Q(first_vouched_at__isnull=False, user__isnull=False) & ~Q(first_voucher=F("user"))),
                name="recovery_first_is_another",
            ),
            models.CheckConstraint(
                condition=Q(second_voucher=None, second_vouched_at=None, opens_at=None)
                | (
                    Q(second_vouched_at__gte=F("first_vouched_at"), opens_at__gt=F("second_vouched_at"))
                    & ~Q(second_voucher=F("user"))
                    & ~Q(second_voucher=F("first_voucher"))
                ),
                name="recovery_second_is_a_third",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None)
                | Q(
                    opens_at__isnull=False,
                    used_at__gte=F("opens_at"),
                    used_at__lt=F("expires_at"),
                    stopped_at=None,
                ),
                name="recovery_used_in_time",
            ),
            models.CheckConstraint(
                condition=Q(stopped_by=None) | Q(stopped_at__isnull=False), name="recovery_stopped_sometime"
            ),
        ]

    def __str__(self):
        return f"{self.user or '–'} ({self.asked_at:%Y-%m-%d %H:%M})"

    @property
    def contact(self):
        return Contact(self.channel, self.address)

    @property
    def vouchers(self):
        return [person for person in (self.first_voucher, self.second_voucher) if person]

    def state(self, at):
        """What it has come to: "asked", "waiting" (for the end of the wait), "ready", or how it ended."""
        if self.used_at:
            return "used"
        if self.expires_at <= (self.stopped_at or at):
            return "expired"
        if self.stopped_at:
            return "stopped"
        if self.opens_at is None:
            return "asked"
        return "ready" if self.opens_at <= at else "waiting"


class RecoveryStep(models.Model):
    """One step of it, by whom and from where: written once; as long as it stands, nothing it names can be deleted."""

    class Deed(models.TextChoices):
        ASKED = "asked", _("asked for")
        VOUCHED = "vouched", _("vouched for")
        TOLD = "told", _("all told")
        OPENED = "opened", _("wait over")
        STOPPED = "stopped", _("stopped")
        EXPIRED = "expired", _("ran out")
        USED = "used", _("came back")

    recovery = models.ForeignKey(Recovery, models.PROTECT, related_name="steps", verbose_name=_("coming back"))
    deed = models.CharField(_("what was done"), max_length=8, choices=Deed)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    ip = models.GenericIPAddressField(_("from"), null=True, blank=True)

    class Meta:
        verbose_name = _("step of coming back")
        verbose_name_plural = _("steps of coming back")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_deed_display()} ({self.at:%Y-%m-%d %H:%M})"
