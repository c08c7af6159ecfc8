"""What our editors' screens add to Wagtail's."""

from wagtail import hooks

from .choosers import CardChooserViewSet


@hooks.register("register_admin_viewset")
def card_chooser():
    return CardChooserViewSet("card_chooser", url_prefix="cards")
