"""What an empty site still lacks, as the doctor tells it: whose it is, who works for it, where money arrives, its words."""

from django.db.models import Count
from django.utils.translation import gettext as _

from marketplace.catalogue.models import Category
from marketplace.partner.models import Partner
from network.organisations.models import NetworkRole
from network.payments.models import HolderAccount
from network.places.models import District
from network.shell.identity import identity
from network.upkeep.needs import register_need
from network.upkeep.signs import Sign, State

from .models import InfoPage

Role = NetworkRole.Role
WANTED = {Role.ADMIN: 1, Role.COORDINATOR: 1, Role.REVIEWER: 1, Role.TREASURER: 2}
WITH_BLANKS = ("contact", "privacy", "terms")


def lacking(name, words, mend):
    return Sign(name, State.WORRY, words, mend)


@register_need
def province():
    if District.objects.of_province(identity().province).exists():
        return Sign("province")
    return lacking(
        "province",
        _("It is not said which province this site is for: members could name no district."),
        _("Run: python manage.py setup_site --province with its code, --name and --admin-email"),
    )


@register_need
def people():
    """Money needs two; the others one each."""
    counted = NetworkRole.objects.standing().filter(user__is_active=True).values_list("role").annotate(Count("pk"))
    held = dict(counted)
    missing = [
        f"{role.label} ({wanted - held.get(role, 0)})" for role, wanted in WANTED.items() if held.get(role, 0) < wanted
    ]
    if not missing:
        return Sign("people")
    return lacking(
        "people",
        _("Still to be found: %(roles)s.") % {"roles": ", ".join(missing)},
        _(
            "An administrator gives the roles at /desk/roles/; the first one comes by: python manage.py setup_site --admin-email"
        ),
    )


@register_need
def account():
    if HolderAccount.objects.verified().filter(is_default=True).exists():
        return Sign("account")
    return lacking(
        "account",
        _("The network has no account that two people have checked: nobody can pay."),
        _("A treasurer names it at /desk/payments/network/, another one checks it there."),
    )


@register_need
def shelves():
    if Category.objects.exists():
        return Sign("shelves")
    return lacking(
        "shelves",
        _("The shop has no categories: sellers could sort nothing in."),
        _("Run: python manage.py setup_site, or make your own at /dashboard/catalogue/categories/"),
    )


@register_need
def pages():
    """Planted pages have no revision until somebody has edited them."""
    untouched = InfoPage.objects.filter(slug__in=WITH_BLANKS, latest_revision=None).values_list(
        "slug", "locale__language_code"
    )
    if not untouched:
        return Sign("pages")
    return lacking(
        "pages",
        _("Nobody has filled in the network's name, address and contacts yet on: %(pages)s.")
        % {"pages": ", ".join(sorted(f"/{language}/{slug}/" for slug, language in untouched))},
        _("An editor opens them in /cms/, writes what stands in brackets, and publishes."),
    )


@register_need
def sellers():
    if Partner.objects.exists():
        return Sign("sellers")
    return lacking(
        "sellers",
        _("Nobody sells here yet."),
        _("A coordinator invites the first member at /desk/invitations/; she is led from there."),
    )
