from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.words.public_ids import new_public_id, new_token

from ..schemes import MOST_STARS, SCHEMES, choices
from .organisation import Organisation


def picture_path(certificate, filename):
    """A name that nobody can guess and that says nothing."""
    return f"certificates/{new_token()}.jpg"


def private_storage():
    """Where no address leads: a view that checks the reader opens these."""
    return storages["private"]


class CertificateQuerySet(models.QuerySet):
    def standing(self):
        """Neither refused nor taken back."""
        return self.filter(refusal="", withdrawn_at=None)

    def waiting(self):
        """For somebody of the network to compare them."""
        return self.standing().filter(judged_at=None)

    def shown(self, today):
        """Those that give a badge on this day: verified by a second person, and not over."""
        verified = self.standing().exclude(judged_at=None)
        return verified.filter(Q(expires_on=None) | Q(expires_on__gte=today)).order_by("about", "scheme", "pk")


class Certificate(models.Model):
    """What somebody else vouches for: about an organisation, or about one thing of its, named by `about`.

    Entered by its people with a photo, judged by somebody who is none of them; only then it gives a badge, until it
    expires.
    """

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="certificates", verbose_name=_("organisation")
    )
    about = models.CharField(
        _("about"), max_length=64, blank=True, help_text=_("The ref of one thing; empty for the whole group.")
    )
    scheme = models.CharField(_("certificate"), max_length=12, choices=choices)
    stars = models.PositiveSmallIntegerField(_("stars"), null=True, blank=True)
    number = models.CharField(_("its number"), max_length=60)
    issuer = models.CharField(_("given by"), max_length=150, blank=True)
    issued_on = models.DateField(_("given on"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    picture = models.ImageField(_("photo"), upload_to=picture_path, storage=private_storage)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered"))
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    judged_at = models.DateTimeField(_("checked"), null=True, blank=True)
    refusal = models.CharField(_("why not accepted"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(pgettext_lazy("certificate", "taken back"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(judged_by=None, judged_at=None, refusal="")
                | Q(judged_by__isnull=False, judged_at__isnull=False),
                name="certificate_judged_by_someone",
            ),
            models.CheckConstraint(condition=~Q(judged_by=models.F("entered_by")), name="certificate_four_eyes"),
            models.CheckConstraint(
                condition=Q(stars=None) | Q(stars__gte=1, stars__lte=MOST_STARS), name="certificate_one_to_five_stars"
            ),
            models.CheckConstraint(
                condition=Q(issued_on=None) | Q(expires_on=None) | Q(expires_on__gte=models.F("issued_on")),
                name="certificate_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return f"{self.name} {self.number}"

    @property
    def kind(self):
        return SCHEMES[self.scheme]

    @property
    def name(self):
        """As it stands on a badge."""
        return f"{self.kind.name} {'★' * self.stars}" if self.stars else str(self.kind.name)

    @property
    def given_by(self):
        return self.issuer or str(self.kind.issuer)

    def state_on(self, today):
        """ "waiting", "shown", "over", "refused" or "withdrawn"."""
        if self.withdrawn_at:
            return "withdrawn"
        if self.refusal:
            return "refused"
        if self.judged_at is None:
            return "waiting"
        return "over" if self.expires_on and self.expires_on < today else "shown"
