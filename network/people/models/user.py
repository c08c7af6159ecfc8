"""The one User: reachable by e-mail, phone or LINE, each optional, at least one of them present."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.words.public_ids import new_public_id


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email=None, password=None, **fields):
        """A person; without a password she signs in by code."""
        user = self.model(email=self.normalize(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=self.normalize(email))

    @staticmethod
    def normalize(email):
        """Lower case throughout, or None: two people never differ by a capital letter."""
        return (email or "").strip().lower() or None


class Pace(models.TextChoices):
    """How often LINE may ring at this person's."""

    NOW = "now", _("Orders and payouts at once, all else once in the evening")
    DIGEST = "digest", _("Everything once in the evening")
    OFF = "off", _("Nothing by LINE: use my e-mail or my phone")


class User(AbstractBaseUser, PermissionsMixin):
    """A person: buyer, seller, donor, steward or staff, by what she is a member of."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(_("e-mail"), null=True, blank=True, unique=True)
    email_verified = models.BooleanField(_("e-mail verified"), default=False)
    phone = models.CharField(
        _("phone"), max_length=16, null=True, blank=True, unique=True, help_text=_("As +66812345678.")
    )
    phone_verified = models.BooleanField(_("phone verified"), default=False)
    line_uid = models.CharField("LINE uid", max_length=64, null=True, blank=True, unique=True)
    line_reachable = models.BooleanField(
        _("LINE lets us write"), default=True, help_text=_("Off once she has blocked the network's account.")
    )
    line_heard_at = models.DateTimeField(_("LINE told so"), null=True, blank=True)
    line_pace = models.CharField(_("news by LINE"), max_length=6, choices=Pace, default=Pace.NOW)
    first_name = models.CharField(_("first name"), max_length=150, blank=True)
    last_name = models.CharField(_("last name"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=10, default="th")
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=now)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            # Someone nobody can reach can neither sign in nor be told anything; who was erased shall not.
            models.CheckConstraint(
                condition=Q(email__isnull=False)
                | Q(phone__isnull=False)
                | Q(line_uid__isnull=False)
                | Q(erased_at__isnull=False, is_active=False),
                name="user_is_reachable",
            ),
            models.CheckConstraint(
                condition=~Q(email="") & ~Q(phone="") & ~Q(line_uid=""), name="user_contact_null_not_empty"
            ),
        ]

    def __str__(self):
        if self.erased_at:
            return gettext("somebody who has left")
        return self.get_full_name() or self.email or self.phone or self.public_id

    def clean(self):
        super().clean()
        self.email = UserManager.normalize(self.email)

    def get_full_name(self):
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self):
        return self.first_name
