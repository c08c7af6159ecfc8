"""Oscar's product is our listing: something a seller offers, with a state."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from oscar.apps.catalogue.abstract_models import AbstractProduct
from oscar.apps.catalogue.managers import ProductQuerySet

from marketplace.partner.models import closed_until
from network.organisations.models import Organisation
from network.people.languages import TranslatedMixin
from network.words.public_ids import new_public_id

GOODS, DIGITAL, PREORDER = "goods", "digital", "preorder"
SENDABLE_TO = ["TH", "MY", "SG"]


class State(models.TextChoices):
    """The life of a listing; who moved it and why are rows of ListingMove."""

    DRAFT = "draft", _("draft")
    WAITING = "waiting", _("waiting for review")
    LIVE = "live", pgettext_lazy("a listing", "live")
    REFUSED = "refused", _("refused")
    PAUSED = "paused", _("paused")


MOVES = {
    State.DRAFT: {State.WAITING, State.LIVE},
    State.WAITING: {State.LIVE, State.REFUSED, State.DRAFT},
    State.REFUSED: {State.WAITING},
    State.LIVE: {State.PAUSED, State.REFUSED},
    State.PAUSED: {State.LIVE},
}


class ShippingClass(models.TextChoices):
    """How goods must travel."""

    AMBIENT = "ambient", _("Keeps at room temperature")
    FRESH = "fresh", _("Fresh: must arrive within two days")
    CHILLED = "chilled", _("Chilled: cold all the way")
    PICKUP = "pickup", _("Pick-up only")
    DIGITAL = "digital", _("A file: nothing to send")


class ListingQuerySet(ProductQuerySet):
    def live(self):
        """What is on the shelf: nothing of a seller whose organisation is suspended."""
        return self.filter(state=State.LIVE, owner__organisation__in=Organisation.objects.active())

    def shown(self):
        """What has a page for every visitor: a paused listing keeps its links."""
        return self.filter(state__in=[State.LIVE, State.PAUSED], owner__organisation__in=Organisation.objects.active())

    def visible_to(self, user):
        """What this person may open: her own organisations' in any state, and for staff everything."""
        if user.is_authenticated and user.is_staff:
            return self.filter(owner__isnull=False)
        return self.filter(Q(pk__in=self.shown().values("pk")) | Q(pk__in=self.managed_by(user).values("pk")))

    def for_page(self):
        """With what a page asks of it at once; `shelf_price` is its one price in baht, `closed_until` its shop's holiday."""
        related = self.select_related("owner__organisation", "product_class")
        found = related.annotate(shelf_price=F("stockrecords__price"), closed_until=closed_until("owner"))
        return found.filter(shelf_price__isnull=False)

    def for_sale(self):
        """What may enter a basket; how much of it is left, its capacity pool knows."""
        return self.live().exclude(product_class__slug=PREORDER)

    def managed_by(self, user):
        """The door of sellers: only what their own organisations offer."""
        return self.filter(owner__organisation__in=Organisation.objects.managed_by(user))

    def waiting(self):
        """What a reviewer has to read, the longest waiting first, with `waiting_since`."""
        handed_in = Max("moves__at", filter=Q(moves__state=State.WAITING))
        return self.filter(state=State.WAITING).annotate(waiting_since=handed_in).order_by("waiting_since", "pk")


class Product(TranslatedMixin, AbstractProduct):
    """A listing. Scarcity is not here: `network.capacity` holds a pool under its ref."""

    State = State
    ShippingClass = ShippingClass

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("web address"), max_length=255, unique=True)
    owner = models.ForeignKey(
        "partner.Partner", models.PROTECT, null=True, blank=True, related_name="listings", verbose_name=_("seller")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    weight_g = models.PositiveIntegerField(_("weight"), default=0, help_text=_("In grams, packed."))
    shipping_class = models.CharField(
        _("how it travels"), max_length=10, choices=ShippingClass, default=ShippingClass.AMBIENT
    )
    ships_to = models.JSONField(_("countries it is sent to"), default=list, blank=True)
    season_months = models.JSONField(
        _("months in season"), default=list, blank=True, help_text=_("1 to 12; empty means all year.")
    )
    tags = models.JSONField(_("tags"), default=list, blank=True)
    fund_ref = models.CharField(_("fund that shares in each sale"), max_length=40, blank=True)
    fund_share_bp = models.PositiveIntegerField(
        _("the fund's share"),
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(5000)],
        help_text=_("In hundredths of a percent: 500 is 5%."),
    )

    objects = ListingQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        abstract = False
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        indexes = [models.Index(fields=["owner", "state"], name="listing_owner_state")]
        constraints = [
            # Money for a listing must be owed to someone.
            models.CheckConstraint(
                condition=~Q(state=State.LIVE) | Q(owner__isnull=False), name="listing_live_has_seller"
            ),
            # Oscar asks is_public; it can never say something else than the state.
            models.CheckConstraint(
                condition=Q(state=State.LIVE, is_public=True) | (~Q(state=State.LIVE) & Q(is_public=False)),
                name="listing_public_iff_live",
            ),
            models.CheckConstraint(
                condition=Q(fund_ref="", fund_share_bp=0)
                | (~Q(fund_ref="") & Q(fund_share_bp__gt=0, fund_share_bp__lte=5000)),
                name="listing_fund_share_has_fund",
            ),
        ]

    def save(self, *args, **kwargs):
        """Oscar's dashboard may not publish past the reviewers."""
        self.is_public = self.state == State.LIVE
        self.slug = self.slug or self.public_id
        super().save(*args, **kwargs)

    def write_texts(self, language, **texts):
        """Oscar shows `title` to staff and keeps it on orders: it is always the Thai name."""
        row = super().write_texts(language, **texts)
        if language == settings.LANGUAGE_CODE and "title" in texts:
            self.title = row.title
            type(self).objects.filter(pk=self.pk).update(title=row.title)
        return row

    def get_absolute_url(self):
        return reverse("catalogue:detail", kwargs={"slug": self.slug})

    @property
    def ref(self):
        return f"listing:{self.public_id}"

    @property
    def kind(self):
        """`goods`, `digital` or `preorder`."""
        return self.product_class.slug

    @property
    def is_for_sale(self):
        return self.state == State.LIVE and self.owner_id is not None and self.kind != PREORDER
