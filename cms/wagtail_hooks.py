"""What our editors' screens add to Wagtail's."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .choosers import CardChooserViewSet
from .districts import DistrictViewSet


@hooks.register("register_admin_viewset")
def card_chooser():
    return CardChooserViewSet("card_chooser", url_prefix="cards")


@hooks.register("register_admin_viewset")
def districts():
    return DistrictViewSet("districts", url_prefix="districts")


@hooks.register("insert_global_admin_css")
def thai_letters():
    return format_html('<link rel="stylesheet" href="{}">', static("staff/cms.css"))
