"""Addresses for machines, without a language."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.http import require_safe
from wagtail.documents import urls as documents

from .feeds import StoriesFeed
from .sitemaps import SITEMAPS
from .views import robots

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", require_safe(sitemaps.index), {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        require_safe(sitemaps.sitemap),
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("feeds/stories.atom", require_safe(StoriesFeed()), name="stories_feed"),
    path("feeds/stories.<slug:language>.atom", require_safe(StoriesFeed()), name="stories_feed_in"),
    path("documents/", include(documents)),
]
