"""What Oscar's own screens show as HTML is cleaned before it is kept, whichever form or import it came from."""

from django.apps import apps
from django.db.models.signals import pre_save

from network.words.rich_text import clean_rich_text, without_brackets

HTML = {
    "catalogue.Product": ["description"],
    "catalogue.Category": ["description", "long_description"],
    "catalogue.ProductAttributeValue": ["value_richtext"],
    "offer.ConditionalOffer": ["description"],
    "offer.Range": ["description"],
    "shipping.OrderAndItemCharges": ["description"],
    "shipping.WeightBased": ["description"],
    "communication.Notification": ["subject", "body"],
    "communication.Email": ["body_html"],
    "flatpages.FlatPage": ["content"],
}
# Oscar writes them into links and sentences as they are.
NAMES = {"offer.Range": ["name"], "offer.ConditionalOffer": ["name"]}


def clean_before_saving(sender, instance, raw=False, **kwargs):
    label = instance._meta.label
    for fields, clean in ((HTML.get(label, []), clean_rich_text), (NAMES.get(label, []), without_brackets)):
        for name in fields:
            if value := getattr(instance, name):
                setattr(instance, name, clean(value))


for label in {*HTML, *NAMES}:
    pre_save.connect(clean_before_saving, sender=apps.get_model(label), dispatch_uid=f"clean:{label}")
