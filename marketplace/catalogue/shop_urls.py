"""Short links of whole shops, without a language: for the sheet on the stall."""

from django.urls import path

from . import views

urlpatterns = [path("<slug:public_id>/", views.shop_link, name="shop-link")]
