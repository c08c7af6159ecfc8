"""What the roles of the network may do in Wagtail: editors publish, coordinators write and hand in.

Membership of the roles' groups follows the roles by itself; the rights of the groups are what stands here, neither
more nor less. A network that wants other rights gives them to a group of its own.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page, Workflow

from network.organisations.actions import group_of, put_roles_into_groups
from network.organisations.models import NetworkRole

from ..models import SectionPage

ENTER = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"
PLACE = "places.change_district"
EDIT_PAGES = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
WRITE_PAGES = ["add_page"]  # and change what one has written oneself
EDIT_FILES = [
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
    "wagtailcore.add_collection",
    "wagtailcore.change_collection",
]
WRITE_FILES = [
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
]

# What Wagtail's migrations make; nobody is in these groups, and their names would be mistaken for ours.
WAGTAILS_GROUPS = ["Editors", "Moderators"]
WAGTAILS_WORKFLOW = "Moderators approval"
WORKFLOW = "บรรณาธิการอ่านก่อนเผยแพร่"
TASK = "อ่านและอนุมัติ"


@transaction.atomic
def set_up_roles():
    """Give the roles their rights and their workflow, and the people their groups."""
    editors, writers = group_of(NetworkRole.Role.EDITOR), group_of(NetworkRole.Role.COORDINATOR)
    allow(editors, [ENTER, TRANSLATE, PLACE], EDIT_PAGES, [Page.get_first_root_node()], EDIT_FILES)
    allow(writers, [ENTER], WRITE_PAGES, SectionPage.objects.all(), WRITE_FILES)
    hand_in_to(editors)
    Group.objects.filter(name__in=WAGTAILS_GROUPS, user=None).delete()
    put_roles_into_groups()


def allow(group, everywhere, on_pages, pages, in_collections):
    """Let this group do exactly that: everywhere, on these pages and all below, with the files of all collections."""
    group.permissions.set(permissions(everywhere))
    wanted = {(page.pk, one.pk) for page in pages for one in permissions(f"wagtailcore.{name}" for name in on_pages)}
    agree(group.page_permissions, GroupPagePermission, "page_id", wanted)
    root = Collection.get_first_root_node()
    wanted = {(root.pk, one.pk) for one in permissions(in_collections)}
    agree(group.collection_permissions, GroupCollectionPermission, "collection_id", wanted)


def agree(standing, model, place, wanted):
    """Let the (place, permission) rows of a group be these."""
    found = {(getattr(row, place), row.permission_id): row.pk for row in standing.all()}
    standing.filter(pk__in=[pk for key, pk in found.items() if key not in wanted]).delete()
    missing = sorted(wanted - found.keys())
    group = standing.instance
    model.objects.bulk_create(model(group=group, **{place: at}, permission_id=one) for at, one in missing)


def permissions(names):
    """The permissions `app.codename` that Wagtail's and our own migrations have made."""
    return [
        Permission.objects.get(content_type__app_label=app, codename=codename)
        for app, codename in (name.split(".") for name in names)
    ]


def hand_in_to(editors):
    """Make Wagtail's own workflow, which stands over all pages, one that our editors approve; once."""
    for workflow in Workflow.objects.filter(name=WAGTAILS_WORKFLOW):
        for task in GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow):
            task.name = TASK
            task.save()
            task.groups.set([editors])
        workflow.name = WORKFLOW
        workflow.save()
