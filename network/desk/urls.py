"""The one workplace; each room's screens are mounted where the room registered them."""

from django.urls import include, path

from . import certificates, delegates, joining, roles, site, views
from .registry import url_modules

own = [
    path("", views.today, name="today"),
    path("help/", views.help_page, name="help"),
    path("organisation/", views.choose_organisation, name="choose_organisation"),
    path("steps/", joining.steps, name="steps"),
    path("about/", joining.about, name="about"),
    path("helpers/", delegates.delegates, name="helpers"),
    path("helpers/new/", delegates.ask_for_help, name="ask_for_help"),
    path("helpers/hand-over/", delegates.show_hand_over, name="hand_over"),
    path("helpers/<slug:public_id>/end/", delegates.end, name="end_helper"),
    path("certificates/", certificates.certificates, name="certificates"),
    path("certificates/new/", certificates.new_certificate, name="new_certificate"),
    path("certificates/waiting/", certificates.waiting, name="waiting_certificates"),
    path("certificates/<slug:public_id>/", certificates.judge, name="certificate"),
    path("certificates/<slug:public_id>/picture/", certificates.picture, name="certificate_picture"),
    path("certificates/<slug:public_id>/withdraw/", certificates.withdraw, name="withdraw_certificate"),
    path("undo/", views.undo, name="undo"),
    path("site/", site.site, name="site"),
    path("roles/", roles.roles, name="roles"),
    path("roles/<slug:public_id>/<slug:role>/end/", roles.end_role, name="end_role"),
]

urlpatterns = [
    path("", include((own, "desk"))),
    *(path(prefix, include(module)) for prefix, module in url_modules),
]
