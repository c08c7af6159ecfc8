"""The one workplace; each room's screens are mounted where the room registered them."""

from django.urls import include, path

from . import delegates, joining, roles, site, views
from .registry import url_modules

own = [
    path("", views.today, name="today"),
    path("help/", views.help_page, name="help"),
    path("organisation/", views.choose_organisation, name="choose_organisation"),
    path("steps/", joining.steps, name="steps"),
    path("about/", joining.about, name="about"),
    path("helpers/", delegates.delegates, name="helpers"),
    path("helpers/hand-over/", delegates.show_hand_over, name="hand_over"),
    path("helpers/<slug:public_id>/end/", delegates.end, name="end_helper"),
    path("undo/", views.undo, name="undo"),
    path("site/", site.site, name="site"),
    path("roles/", roles.roles, name="roles"),
    path("roles/<slug:public_id>/<slug:role>/end/", roles.end_role, name="end_role"),
]

urlpatterns = [
    path("", include((own, "desk"))),
    *(path(prefix, include(module)) for prefix, module in url_modules),
]
