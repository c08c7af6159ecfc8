from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id


class HolderAccountQuerySet(models.QuerySet):
    def verified(self):
        """Accounts that two people have checked: the only ones that may receive."""
        return self.filter(first_verifier__isnull=False, second_verifier__isnull=False, closed_at__isnull=True)

    def waiting(self):
        """The network's own that one person has named and nobody checked yet."""
        named = self.filter(first_verifier__isnull=False, second_verifier=None, closed_at=None)
        return named.filter(organisation=None, is_default=False)


class HolderAccount(models.Model):
    """Whose money an attempt pays into: a legal holder, a bank account, a PromptPay id.

    By default the network receives, as the sellers' and funds' disclosed collecting agent; a fund or a seller
    may have an account of its own.
    """

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    legal_name = models.CharField(_("legal holder"), max_length=200)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="holder_accounts"
    )
    bank_name = models.CharField(_("bank"), max_length=100, blank=True)
    bank_account = models.CharField(_("account number"), max_length=20, blank=True)
    promptpay_id = models.CharField(
        _("PromptPay id"), max_length=15, blank=True, help_text=_("A phone, a 13-digit tax id or an e-wallet.")
    )
    biller_id = models.CharField(
        _("biller id"), max_length=15, blank=True, help_text=_("For bill payment, which carries a reference.")
    )
    takes_cards = models.BooleanField(_("receives through Stripe"), default=False)
    is_default = models.BooleanField(_("the network's own"), default=False)
    is_fictional = models.BooleanField(_("fictional (demo)"), default=False)
    first_verifier = models.ForeignKey("people.User", models.PROTECT, null=True, blank=True, related_name="+")
    second_verifier = models.ForeignKey("people.User", models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = HolderAccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("holder account")
        verbose_name_plural = _("holder accounts")
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="holder_one_default"),
            # Nobody verifies alone where other people's money goes.
            models.CheckConstraint(
                condition=Q(second_verifier__isnull=True) | ~Q(first_verifier=models.F("second_verifier")),
                name="holder_two_verifiers",
            ),
        ]

    def __str__(self):
        return self.legal_name

    @property
    def ref(self):
        return f"holder:{self.public_id}"
