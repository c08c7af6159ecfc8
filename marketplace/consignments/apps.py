from django.apps import AppConfig


class ConsignmentsConfig(AppConfig):
    name = "marketplace.consignments"
    label = "consignments"
