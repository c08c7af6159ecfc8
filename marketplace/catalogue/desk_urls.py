"""Sellers' goods, under `/desk/goods/`."""

from django.urls import path

from . import desk_care, desk_views

app_name = "goods"
urlpatterns = [
    path("", desk_views.goods, name="goods"),
    path("new/", desk_views.begin, name="begin"),
    path("new/<slug:public_id>/", desk_views.new, name="new"),
    path("<slug:public_id>/", desk_views.good, name="good"),
    path("<slug:public_id>/edit/", desk_views.edit, name="edit"),
    path("<slug:public_id>/keep/", desk_views.keep, name="keep"),
    path("<slug:public_id>/preview/", desk_views.preview, name="preview"),
    path("<slug:public_id>/stock/", desk_care.stock, name="stock"),
    path("<slug:public_id>/pause/", desk_care.pause, name="pause"),
    path("<slug:public_id>/resume/", desk_care.resume, name="resume"),
    path("<slug:public_id>/withdraw/", desk_care.withdraw, name="withdraw"),
    path("<slug:public_id>/copy/", desk_care.copy, name="copy"),
    path("<slug:public_id>/photos/", desk_care.photos, name="photos"),
    path("<slug:public_id>/photos/add/", desk_care.add, name="photo_add"),
    path("<slug:public_id>/photos/<slug:stem>/first/", desk_care.photo_first, name="photo_first"),
    path("<slug:public_id>/photos/<slug:stem>/remove/", desk_care.photo_remove, name="photo_remove"),
]
