"""From an order to its payment."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from marketplace.consignments.payments import attempts_of
from network.payments.actions import start_attempt
from network.payments.exceptions import ProviderUnreachable


def go_and_pay(request, order):
    """Straight to the provider or to our own payment page; to the order where there is nothing to pay just now."""
    remember_order(request, order)
    open_attempts = [attempt for attempt in attempts_of(order) if attempt.is_open]
    if len(open_attempts) != 1 or open_attempts[0].gateway == "cash_on_pickup":
        return redirect(order)
    [attempt] = open_attempts
    if attempt.gateway != "stripe":
        return redirect(attempt)
    return_url = request.build_absolute_uri(reverse("pay:returned", args=[attempt.token]))
    cancel_url = request.build_absolute_uri(attempt.get_absolute_url())
    try:
        return redirect(start_attempt(attempt, return_url=return_url, cancel_url=cancel_url))
    except ProviderUnreachable as error:
        messages.error(request, error.text)
        return redirect(attempt)


def remember_order(request, order):
    """The page that thanks its buyer knows this browser as the one that ordered."""
    request.session["ordered"] = order.public_id
