"""How things stand, under `/<language>/status/`; answered by `EarlyMiddleware`, named here."""

from django.urls import path

from .status import status

urlpatterns = [path("", status, name="status")]
