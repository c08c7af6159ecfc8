"""Funds, under `/<lang>/funds/`."""

from django.urls import path
from django.views.decorators.http import require_safe

from . import exports, receipt_pages, views

app_name = "funds"
urlpatterns = [
    path("", views.funds, name="funds"),
    path("verify.py", exports.verifier, name="verifier"),
    path("pledges/<str:token>/", views.thanks, name="thanks"),
    path("pledges/<str:token>/receipt/", receipt_pages.receipt, name="receipt"),
    path("pledges/<str:token>/receipt.pdf", receipt_pages.receipt_pdf, name="receipt_pdf"),
    path("<slug:slug>/", views.fund, name="fund"),
    path("<slug:slug>/pledge/", views.pledge, name="pledge"),
    path("<slug:slug>/ledger/", views.ledger, name="ledger"),
    path("<slug:slug>/ledger.csv", exports.ledger_csv, name="ledger_csv"),
    path("<slug:slug>/ledger.json", exports.ledger_json, name="ledger_json"),
    path("<slug:slug>/ledger.atom", require_safe(exports.LedgerFeed()), name="ledger_atom"),
]
