from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "network.payments"
    label = "payments"
