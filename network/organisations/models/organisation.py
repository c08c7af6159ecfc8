from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from network.people.languages import TranslatedMixin, TranslatedQuerySet, Translation
from network.places.models import District, Subdistrict
from network.words.public_ids import new_public_id

from ..registration import check_registration_number
from .suspension import Suspension


class Dimension(TranslatedMixin, models.Model):
    """One side of the quality of life that the network works on."""

    key = models.SlugField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = TranslatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        ordering = ["position", "key"]

    def __str__(self):
        text = self.in_language()
        return text.name if text else self.key


class DimensionText(Translation):
    parent = models.ForeignKey(Dimension, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=100)


class OrganisationQuerySet(TranslatedQuerySet):
    """The two doors: users reach organisations through `visible_to` and `managed_by` only."""

    def active(self):
        return self.exclude(Exists(Suspension.objects.standing().filter(organisation=OuterRef("pk"))))

    def managed_by(self, user, roles=None):
        """Those that this person is a member of (in one of these roles, by default any) or a delegate for."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        memberships = user.memberships.standing()
        if roles is not None:
            return self.filter(pk__in=memberships.filter(role__in=roles).values("organisation"))
        delegated = user.delegations.standing().values("organisation")
        return self.filter(Q(pk__in=memberships.values("organisation")) | Q(pk__in=delegated))

    def visible_to(self, user):
        """All that are not suspended; their own people and staff see the suspended too."""
        if user.is_authenticated and user.is_staff:
            return self
        return self.filter(Q(pk__in=self.active().values("pk")) | Q(pk__in=self.managed_by(user).values("pk")))


class Organisation(TranslatedMixin, models.Model):
    """Any member of the network: an enterprise, a community, an agency, a college."""

    class Kind(models.TextChoices):
        COMMUNITY_ENTERPRISE = "community-enterprise", _("Community enterprise")
        SOCIAL_ENTERPRISE = "social-enterprise", _("Social enterprise")
        COOPERATIVE = "cooperative", _("Cooperative or farmers' group")
        COMMUNITY = "community", _("Community")
        NETWORK = "network", _("Network")
        VOLUNTEER_GROUP = "volunteer-group", _("Volunteer group")
        FOUNDATION = "foundation", _("Foundation or association")
        COMPANY = "company", _("Company")
        ACADEMIC = "academic", _("Place of learning")
        LOCAL_GOVERNMENT = "local-government", _("Local government")
        AGENCY = "agency", _("Public agency")
        MEDIA = "media", _("Local media")

    class LegalForm(models.TextChoices):
        INFORMAL = "informal", _("Informal group")
        INDIVIDUAL = "individual", _("A person")
        COMMUNITY_ENTERPRISE = "community-enterprise", _("Registered community enterprise")
        SOCIAL_ENTERPRISE = "social-enterprise", _("Registered social enterprise")
        COOPERATIVE = "cooperative", _("Cooperative")
        COMPANY = "company", _("Limited company")
        PARTNERSHIP = "partnership", _("Partnership")
        FOUNDATION = "foundation", _("Foundation")
        ASSOCIATION = "association", _("Association")
        PUBLIC_BODY = "public-body", _("Public body")

    class Shown(models.TextChoices):
        NOBODY = "nobody", _("Nobody")
        BUYERS = "buyers", _("Buyers who have ordered from us, on their order")
        EVERYONE = "everyone", _("Everyone, on our page too")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=24, choices=Kind)
    dimensions = models.ManyToManyField(
        Dimension, related_name="organisations", blank=True, verbose_name=_("dimensions")
    )
    legal_form = models.CharField(_("legal form"), max_length=24, choices=LegalForm, default=LegalForm.INFORMAL)
    registration_number = models.CharField(_("registration number"), max_length=30, blank=True)
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name=_("district")
    )
    subdistrict = models.ForeignKey(
        Subdistrict, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name=_("sub-district")
    )
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    contact_phone = models.CharField(_("phone shown"), max_length=16, blank=True)
    contact_email = models.EmailField(_("e-mail shown"), blank=True)
    contact_line = models.CharField(
        _("LINE contact shown"), max_length=50, blank=True, help_text=_("For example @chana.")
    )
    contacts_shown = models.CharField(
        _("who sees phone, LINE and e-mail"),
        max_length=8,
        choices=Shown,
        default=Shown.NOBODY,
        help_text=_("Its owner's word, and nobody else's."),
    )
    website = models.URLField(_("website"), blank=True)
    livestream_url = models.URLField(_("live stream"), blank=True)
    member_since = models.PositiveSmallIntegerField(_("member since"), null=True, blank=True, help_text=_("A year CE."))
    members_count = models.PositiveIntegerField(_("number of members"), null=True, blank=True)
    is_fictional = models.BooleanField(_("invented for the demo"), default=False)
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]
        constraints = [
            # Half a position is a place on the equator or the Greenwich meridian.
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                name="organisation_position_whole",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="organisation_position_on_earth",
            ),
            # Two organisations never share a number; inventions have none, so that no real one is borrowed.
            models.UniqueConstraint(
                fields=["legal_form", "registration_number"],
                condition=~Q(registration_number=""),
                name="organisation_number_once",
            ),
            models.CheckConstraint(
                condition=Q(is_fictional=False) | Q(registration_number=""), name="organisation_fiction_unregistered"
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Raises ValidationError for a false registration number or a sub-district of another district."""
        super().clean()
        self.registration_number = check_registration_number(self.registration_number, self.legal_form)
        if self.subdistrict and self.subdistrict.district_id != self.district_id:
            raise ValidationError({"subdistrict": _("This sub-district lies in another district.")})

    @property
    def ref(self):
        return f"organisation:{self.public_id}"

    @property
    def name(self):
        """In the reader's language, else in Thai."""
        text = self.in_language()
        return text.name if text else self.slug

    @property
    def is_suspended(self):
        return self.suspensions.standing().exists()


class OrganisationText(Translation):
    parent = models.ForeignKey(Organisation, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=150)
    line = models.CharField(_("in one line"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
