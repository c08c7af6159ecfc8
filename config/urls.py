"""Every address: machines and workplaces first, then one tree per language, Wagtail last."""

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls

from network.shell.installed import offline
from network.shell.media import media

urlpatterns = [
    path("", include("network.upkeep.machine_urls")),
    path("", include("network.shell.urls")),
    path("", include("network.people.door_urls")),
    path("desk/", include("network.desk.urls")),
    path("payments/", include("network.payments.urls")),
    path("p/", include("marketplace.catalogue.short_urls")),
    path("s/", include("marketplace.catalogue.shop_urls")),
    path("", include("cms.machine_urls")),
    path("cms/", include(wagtail_admin_urls)),
    path("dashboard/", apps.get_app_config("dashboard").urls),
    path("django-admin/", admin.site.urls),
    path("media/<path:path>", media, name="media"),
]

urlpatterns += i18n_patterns(
    path("offline/", offline, name="offline"),
    path("status/", include("network.upkeep.urls")),
    path("account/", include("network.people.urls")),
    path("account/back/", include("network.organisations.recovery_urls")),
    path("me/", include("network.people.me_urls")),
    path("my-data/", include("network.privacy.urls")),
    path("places/", include("network.places.urls")),
    path("search/", include("network.cards.urls")),
    path("members/", include("network.organisations.urls")),
    path("pay/", include("network.payments.public_urls")),
    path("funds/", include("funding.urls")),
    path("", include("marketplace.urls")),
    path("", include("cms.urls")),
    path("", include(wagtail_urls)),
)

handler400 = "network.shell.views.bad_request"
handler403 = "network.shell.views.permission_denied"
handler404 = "network.shell.views.not_found"
handler500 = "network.shell.views.server_error"
