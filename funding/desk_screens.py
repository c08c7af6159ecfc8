"""What the desk shows a fund's steward."""

from django.utils.translation import gettext_lazy as _

from network.desk.registry import Screen, register_screen, register_urls

from .models import Fund


def is_steward(request):
    return Fund.objects.managed_by(request.user).exists()


register_urls("funds/", "funding.desk_urls")
register_screen(Screen("funds", _("My funds"), "give", "funding_desk:funds", is_steward, order=40))
