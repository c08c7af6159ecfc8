"""Short links, without a language: for packs, QR codes and chats."""

from django.urls import path

from . import views

urlpatterns = [path("<slug:public_id>/", views.short_link, name="short-link")]
