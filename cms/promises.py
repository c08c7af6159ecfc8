from wagtail.models import Page, TaskState, WorkflowState

from network.outbox.registry import handles
from network.people.models import User

from .actions.handing_in import tell_approvers, tell_author_of_approval, tell_author_of_return
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


@handles("cms.handed_in")
def handed_in(payload):
    state = TaskState.objects.filter(pk=payload["state"], status=TaskState.STATUS_IN_PROGRESS).first()
    if state:
        tell_approvers(state, by=who(payload))


@handles("cms.agreed")
def agreed(payload):
    state = WorkflowState.objects.filter(pk=payload["state"]).first()
    if state and state.content_object:
        tell_author_of_approval(state, by=who(payload))


@handles("cms.sent_back")
def sent_back(payload):
    state = WorkflowState.objects.filter(pk=payload["state"]).first()
    if state and state.content_object:
        tell_author_of_return(state, by=who(payload))


def who(payload):
    return User.objects.filter(public_id=payload["by"]).first()
