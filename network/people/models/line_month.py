from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LineMonthQuerySet(models.QuerySet):
    def with_room(self, keep=0):
        """Where one more push may go out and `keep` are left all the same."""
        return self.filter(Q(quota=None) | Q(quota__gt=F("pushed") + F("elsewhere") + keep), used_up_at=None)


class LineMonth(models.Model):
    """What LINE allows the network in one month, and how much of it is gone; a push is counted before it leaves."""

    month = models.DateField(_("month"), unique=True, help_text=_("Its first day."))
    quota = models.PositiveIntegerField(
        _("pushes allowed"), null=True, blank=True, help_text=_("Empty where there is no limit.")
    )
    pushed = models.PositiveIntegerField(_("pushed by the site"), default=0)
    elsewhere = models.PositiveIntegerField(
        _("sent elsewhere"), default=0, help_text=_("By hand, in LINE's own console; LINE counts them too.")
    )
    used_up_at = models.DateTimeField(_("refused by LINE as used up"), null=True, blank=True)
    asked_at = models.DateTimeField(_("LINE's figures of"), null=True, blank=True)

    objects = LineMonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("LINE quota of a month")
        verbose_name_plural = _("LINE quotas by month")
        ordering = ["-month"]

    def __str__(self):
        return f"{self.month:%Y-%m}: {self.pushed + self.elsewhere} / {'∞' if self.quota is None else self.quota}"

    @classmethod
    def at(cls, moment):
        """The month of this moment, by the province's own clock; begun with what the settings allow."""
        month = first_day(moment)
        return cls.objects.get_or_create(month=month, defaults={"quota": settings.LINE_MONTHLY_QUOTA})[0]


def first_day(moment):
    return timezone.localtime(moment).date().replace(day=1)
