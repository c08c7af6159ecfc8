from wagtail.models import Page

from network.outbox.registry import handles

from .actions.pictures import prepare_pictures, renew_picture
from .models import Picture


@handles("cms.pictures")
def pictures(payload):
    page = Page.objects.filter(pk=payload["page"]).first()
    if page:
        prepare_pictures(page.specific)


@handles("cms.picture")
def picture(payload):
    found = Picture.objects.filter(pk=payload["picture"]).first()
    if found:
        renew_picture(found)
