"""The one workplace; each room's screens are mounted where the room registered them."""

from django.urls import include, path

from . import helpers, joining, views
from .registry import url_modules

own = [
    path("", views.today, name="today"),
    path("help/", views.help_page, name="help"),
    path("organisation/", views.choose_organisation, name="choose_organisation"),
    path("steps/", joining.steps, name="steps"),
    path("about/", joining.about, name="about"),
    path("helpers/", helpers.helpers, name="helpers"),
    path("helpers/hand-over/", helpers.show_hand_over, name="hand_over"),
    path("helpers/<slug:public_id>/end/", helpers.end, name="end_helper"),
    path("undo/", views.undo, name="undo"),
]

urlpatterns = [
    path("", include((own, "desk"))),
    *(path(prefix, include(module)) for prefix, module in url_modules),
]
