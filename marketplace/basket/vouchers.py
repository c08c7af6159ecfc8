"""Voucher codes on a basket. How often a code may be used, its capacity pool decides when the order is placed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from marketplace.voucher.models import Voucher


class VoucherForm(forms.Form):
    code = forms.CharField(label=_("Code"), max_length=40, widget=forms.TextInput({"autocapitalize": "characters"}))

    def clean_code(self):
        found = Voucher.objects.filter(code=self.cleaned_data["code"].strip().upper()).first()
        if found is None:
            raise ValidationError(_("We do not know this code."))
        if not found.is_active():
            raise ValidationError(_("This code is not valid today."))
        self.voucher = found
        return found.code


def add_voucher(basket, form):
    """Let the basket use the form's voucher if it gives anything; what stands in the way is written into the form."""
    if basket.pk is None:
        form.add_error("code", _("Put something into the basket first."))
        return False
    basket.vouchers.add(form.voucher)
    basket.reset_offer_applications()
    return True


def remove_vouchers(basket):
    if basket.pk is not None:
        basket.vouchers.clear()
        basket.reset_offer_applications()
