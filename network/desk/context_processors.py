"""What the desk's frame shows on each of its pages, and on no other."""

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from network.shell.frame import Way

from .registry import screens_for


def desk(request):
    if not request.path.startswith("/desk/") or not hasattr(request, "organisation"):
        return {}
    return {
        "desk_organisation": request.organisation or "",
        "desk_tabs": SimpleLazyObject(lambda: tabs(request)),
        "desk_help": {"path": f"{reverse('desk:help')}?from={request.path}"},
    }


def tabs(request):
    """Today, the screens that ask for a tab, and help: five at most, so that each stays a thumb wide."""
    chosen = [(reverse(s.url_name), s.title, s.icon) for s in screens_for(request) if s.tab][:3]
    ways = [(reverse("desk:today"), _("Today"), "today"), *chosen, (reverse("desk:help"), _("Help"), "help")]
    return [Way(path, title, icon, is_current(request.path, path)) for path, title, icon in ways]


def is_current(here, path):
    return here == path or (path != reverse("desk:today") and here.startswith(path))
