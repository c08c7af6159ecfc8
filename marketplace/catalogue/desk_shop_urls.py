"""A seller's shop as a whole, under `/desk/shop/`."""

from django.urls import path

from . import desk_shop

app_name = "shop"
urlpatterns = [
    path("", desk_shop.shop, name="shop"),
    path("close/", desk_shop.close, name="close"),
    path("open/", desk_shop.reopen, name="reopen"),
    path("delivery/", desk_shop.delivery, name="delivery"),
    path("sheet/", desk_shop.sheet, name="sheet"),
]
