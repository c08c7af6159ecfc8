"""The desk's own entries: who joins the network, and the people of an organisation, helped along by coordinators and owners."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.organisations.access import delegation_of, has_role
from network.organisations.certified import JUDGES, certificates_to_judge
from network.organisations.models import Membership, Organisation

from .first_steps import register_first_steps
from .registry import Figure, Screen, register_figures, register_screen, register_urls


def helps_members(request):
    """Coordinators, and owners of an organisation."""
    owned = Organisation.objects.managed_by(request.user, roles=[Membership.Role.OWNER])
    return has_role(request.user, "coordinator") or owned.exists()


def invites(request):
    return has_role(request.user, "coordinator")


def acts_for_somebody(request):
    return request.organisation is not None


def helper_figures(request):
    """To her own people: who acts for them. To a delegate: that the shop waits for its owner."""
    if request.organisation is None:
        return []
    if delegation_of(request.user, request.organisation):
        words, action = str(request.organisation), gettext("What you did, and handing over")
        return [Figure(gettext("You help as a delegate"), words, reverse("desk:helpers"), "people", action)]
    helpers = [str(delegate.user) for delegate in request.organisation.delegates.standing().select_related("user")]
    if not helpers:
        return []
    who = helpers[0] if len(helpers) == 1 else str(len(helpers))
    return [Figure(gettext("Acts for you"), who, reverse("desk:helpers"), "people", gettext("See what was done"))]


def runs_the_site(request):
    return has_role(request.user, "admin")


def judges_certificates(request):
    return has_role(request.user, *JUDGES)


def certificates_waiting(request):
    return certificates_to_judge(request.user).count()


def certificate_figures(request):
    count = certificates_waiting(request)
    if not count:
        return []
    path, action = reverse("desk:waiting_certificates"), gettext("Compare them")
    return [Figure(gettext("Certificates to check"), str(count), path, "verified", action)]


register_first_steps()
register_screen(Screen("site", _("Name, sign and colour"), "settings", "desk:site", runs_the_site, order=88))
register_screen(Screen("roles", _("Who works for the network"), "lock", "desk:roles", runs_the_site, order=90))
register_screen(Screen("steps", _("First steps"), "check", "desk:steps", acts_for_somebody, order=60))
register_screen(Screen("about", _("About us"), "edit", "desk:about", acts_for_somebody, order=62))
register_figures("helpers", helper_figures, order=60)
register_screen(
    Screen("certificates", _("Our certificates"), "verified", "desk:certificates", acts_for_somebody, order=63)
)
register_screen(
    Screen(
        "waiting_certificates",
        _("Certificates to check"),
        "verified",
        "desk:waiting_certificates",
        judges_certificates,
        count=certificates_waiting,
        order=26,
    )
)
register_figures("certificates", certificate_figures, order=45)
register_screen(Screen("helpers", _("Who acts for us"), "people", "desk:helpers", acts_for_somebody, order=82))
register_urls("invitations/", "network.desk.invitations_urls")
register_screen(Screen("invitations", _("Invitations"), "mail", "desk_invitations:invitations", invites, order=78))
register_urls("members/", "network.desk.members_urls")
register_screen(Screen("members", _("People and sign-in"), "people", "desk_members:people", helps_members, order=80))
