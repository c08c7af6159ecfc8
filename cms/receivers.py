"""News from Wagtail, turned into promises."""

from datetime import datetime, time, timedelta

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    page_slug_changed,
    post_page_move,
    task_submitted,
    workflow_approved,
    workflow_rejected,
)

from network.cards.actions import refresh_cards
from network.outbox.actions import promise
from network.people.terms import register_terms
from network.places.models import District
from network.words.dates import BANGKOK

from .maps import forget_map
from .models import InfoPage, Picture, PlacePage
from .models.public_page import PublicPage
from .texts_in_force import forget_version, version_of

register_terms(version_of)


@receiver(page_published, dispatch_uid="cms.pictures")
def promise_pictures(sender, instance, **kwargs):
    promise("cms.pictures", {"page": instance.pk}, key=str(instance.pk))


@receiver(post_save, sender=InfoPage, dispatch_uid="cms.version")
def new_version(sender, instance, **kwargs):
    forget_version(instance.slug)


@receiver(post_save, sender=District, dispatch_uid="cms.placed")
@receiver([post_save, post_delete], sender=PlacePage, dispatch_uid="cms.place")
def redraw_the_map(sender, **kwargs):
    forget_map()


@receiver([page_slug_changed, post_page_move], dispatch_uid="cms.moved")
def refresh_moved(sender, instance, **kwargs):
    """Cards of all below: their addresses have changed by SQL, which tells nobody."""
    for page in Page.objects.descendant_of(instance, inclusive=True).specific():
        if isinstance(page, PublicPage) and page.ref:
            refresh_cards(page.ref)


@receiver(post_save, sender=Picture, dispatch_uid="cms.picture")
def promise_picture(sender, instance, created, raw=False, **kwargs):
    """Its files anew and the cards that show it, now and on the day after its consent has ended."""
    if raw:
        return
    if not created:
        promise("cms.picture", {"picture": instance.pk}, key=str(instance.pk))
    if instance.consent_until:
        ended = datetime.combine(instance.consent_until + timedelta(days=1), time.min, BANGKOK)
        promise("cms.picture", {"picture": instance.pk}, key=str(instance.pk), due=ended)


# The three below stand under the names of Wagtail's own receivers and so in their place: those would send mail on
# the spot, and whoever handed in a page would be answered by an error when the mail server sleeps.


@receiver(task_submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
def page_handed_in(sender, instance, user=None, **kwargs):
    promise_news("cms.handed_in", instance.pk, user)


@receiver(workflow_approved, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
def page_agreed(sender, instance, user=None, **kwargs):
    promise_news("cms.agreed", instance.pk, user)


@receiver(workflow_rejected, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
def page_sent_back(sender, instance, user=None, **kwargs):
    promise_news("cms.sent_back", instance.pk, user)


def promise_news(topic, state, user):
    promise(topic, {"state": state, "by": user and user.public_id})
