"""What the funds promise for later."""

from network.outbox.registry import handles

from .actions import count_pledges, issue_receipt, void_receipt
from .models import Fund, Pledge


@handles("funding.receipt")
def give_receipt(payload):
    issue_receipt(Pledge.objects.select_related("fund__holder").get(pk=payload["pledge"]))


@handles("funding.void_receipt")
def take_back_receipt(payload):
    void_receipt(Pledge.objects.get(pk=payload["pledge"]), reason="refunded")


@handles("funding.count")
def count(payload):
    count_pledges(Fund.objects.get(pk=payload["fund"]))
