from wagtail.models import Page

from network.outbox.registry import handles

from .actions.pictures import prepare_pictures


@handles("cms.pictures")
def pictures(payload):
    page = Page.objects.filter(pk=payload["page"]).first()
    if page:
        prepare_pictures(page.specific)
