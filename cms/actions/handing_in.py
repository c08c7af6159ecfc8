"""A page handed in for reading: whom to tell, and what."""

from django.urls import reverse

from network.people.messages import tell
from network.people.models import User


def tell_approvers(state, *, by):
    """Those who may approve this task hear that a page waits; whoever handed it in knows."""
    groups = state.task.specific.groups.all()
    people = User.objects.filter(is_active=True, groups__in=groups).exclude(pk=by and by.pk).distinct()
    context = {**told_of(state.revision.content_object, by), "path": edit_path(state.revision.object_id)}
    for person in people:
        tell(person, "cms/messages/handed_in", context)


def tell_author_of_approval(state, *, by):
    """Whoever handed the page in hears that it can be read, and where."""
    page = state.content_object.specific
    tell_author(state, "cms/messages/agreed", by, {"path": page.address})


def tell_author_of_return(state, *, by):
    """Whoever handed the page in hears that it came back, and what to change."""
    comment = state.current_task_state.comment
    tell_author(state, "cms/messages/sent_back", by, {"path": edit_path(state.object_id), "comment": comment})


def tell_author(state, template, by, more):
    author = state.requested_by
    if author and author.is_active and author != by:
        tell(author, template, {**told_of(state.content_object, by), **more})


def told_of(page, by):
    return {"title": page.draft_title or page.title, "who": str(by or "")}


def edit_path(page_id):
    return reverse("wagtailadmin_pages:edit", args=[page_id])
