"""What the funds promise for later."""

from network.outbox.registry import handles

from .actions import count_pledges, issue_receipt, void_receipt
from .models import Expense, Fund, Pledge
from .news import tell_of_expense


@handles("funding.receipt")
def give_receipt(payload):
    issue_receipt(Pledge.objects.select_related("fund__holder").get(pk=payload["pledge"]))


@handles("funding.void_receipt")
def take_back_receipt(payload):
    void_receipt(Pledge.objects.get(pk=payload["pledge"]), reason="refunded")


@handles("funding.count")
def count(payload):
    count_pledges(Fund.objects.get(pk=payload["fund"]))


@handles("funding.holder")
def follow_the_network(payload):
    """Funds that the network receives for go along with its account."""
    Fund.objects.filter(holder=payload["before"]).update(holder=payload["after"])


@handles("funding.expense")
def expense(payload):
    tell_of_expense(Expense.objects.select_related("fund__steward", "by").get(pk=payload["expense"]))
