"""The desk's own entries: the people of an organisation, which every coordinator and owner helps along."""

from django.utils.translation import gettext_lazy as _

from network.organisations.access import has_role
from network.organisations.models import Membership, Organisation

from .registry import Screen, register_screen, register_urls


def helps_members(request):
    """Coordinators, and owners of an organisation."""
    owned = Organisation.objects.managed_by(request.user, roles=[Membership.Role.OWNER])
    return has_role(request.user, "coordinator") or owned.exists()


register_urls("members/", "network.desk.members_urls")
register_screen(Screen("members", _("People and sign-in"), "people", "desk_members:people", helps_members, order=80))
