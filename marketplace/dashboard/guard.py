"""What of Oscar's dashboard stays open, and to whom.

Every address asks for staff with a role in the shop, whatever Oscar's own permissions say: its partner access leaks
other sellers' orders.
Closed altogether is what would go round our books, reviewers or access rules.
"""

from django.conf import settings
from django.contrib.auth.decorators import user_passes_test
from django.core.exceptions import PermissionDenied
from django.shortcuts import resolve_url
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

# Whose work for the network is the shop; editors look after pages.
ROLES = ("reviewer", "coordinator", "treasurer", "admin")

OPEN_TO_ALL = {"login", "logout"}
# Listings, money, stock, orders and people: seen here, changed at the desk or by actions only.
READ_ONLY = {
    "order-list",
    "order-detail",
    "order-line-detail",
    "order-stats",
    "users-index",
    "user-detail",
    "partner-list",
    "catalogue-product",
}
CLOSED_FAMILIES = ("reports-", "page-", "comms-", "shipping-method-", "partner-", "user-", "users-", "order-")
CLOSED = {
    "catalogue-product-delete",  # takes texts and history along; a listing is paused or refused instead
    "catalogue-product-create",  # has no seller
    "catalogue-product-create-child",  # its parent is fetched unscoped, and listings have no variants
    "catalogue-product-bulk-action",  # publishes past the reviewers
    "voucher-set-download",  # a writer of its own, which knows nothing of formulas; the codes stand on the set's page
    "stock-alert-list",  # Oscar's counters are not ours
}


def guard_for(name):
    """The decorator for one address of the dashboard, or None for the two doors."""
    if name in OPEN_TO_ALL:
        return None
    if name in READ_ONLY:
        return lambda view: staff_only(require_safe(view))
    if name in CLOSED or (name or "").startswith(CLOSED_FAMILIES):
        return lambda view: staff_only(closed)
    return staff_only


def staff_only(view):
    """Signed-in staff; others are sent to sign in, members without the right are refused."""
    return user_passes_test(_is_staff, login_url=settings.LOGIN_URL)(view)


def _is_staff(user):
    if user.is_authenticated and not (user.is_active and user.is_staff and _works_for_the_shop(user)):
        raise PermissionDenied
    return user.is_authenticated


def _works_for_the_shop(user):
    """Asked through the person, because this file is read before models can be imported."""
    return user.is_superuser or user.network_roles.standing().filter(role__in=ROLES).exists()


def closed(request, *args, **kwargs):
    """This part of Oscar's dashboard is not used here."""
    raise PermissionDenied


class SignIn(RedirectView):
    """Oscar's own password form would know nothing of second factors: there is one sign-in."""

    query_string = True

    def get_redirect_url(self, *args, **kwargs):
        self.url = resolve_url(settings.LOGIN_URL)
        return super().get_redirect_url(*args, **kwargs)
