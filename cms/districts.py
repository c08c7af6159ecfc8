"""Where the districts lie: editors place them, for the woven map knows no other source."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from network.places.models import District
from network.words.numbers import fold_digits


class PlacingPolicy(ModelPermissionPolicy):
    """Districts are the country's: they can be placed, but neither made nor deleted."""

    def user_has_permission(self, user, action):
        return action == "change" and super().user_has_permission(user, action)


register_permission_policy(District, PlacingPolicy(District))


class DegreesField(forms.DecimalField):
    """Thai digits are digits; "1_0" is a number to Python only."""

    def to_python(self, value):
        if isinstance(value, str):
            value = "?" if "_" in value else fold_digits(value)
        return super().to_python(value)


class DistrictForm(forms.ModelForm):
    """Somewhere in Thailand."""

    latitude = DegreesField(label=_("latitude"), min_value=5, max_value=21, max_digits=9, decimal_places=6)
    longitude = DegreesField(label=_("longitude"), min_value=97, max_value=106, max_digits=9, decimal_places=6)

    class Meta:
        model = District
        fields = ["latitude", "longitude"]


class DistrictViewSet(ModelViewSet):
    model = District
    icon = "globe"
    menu_label = _("Where districts lie")
    menu_order = 900
    add_to_admin_menu = True
    list_display = ["__str__", Column("latitude", label=_("latitude")), Column("longitude", label=_("longitude"))]
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return DistrictForm
