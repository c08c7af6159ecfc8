from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    """Oscar's models and receivers; the pages are ours (`marketplace/catalogue/urls.py`)."""

    name = "marketplace.catalogue"
