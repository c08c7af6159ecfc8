from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from .actions import replay_promise
from .models import Promise


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        state = Promise.State
        return [(choice.value, choice.label) for choice in (state.WAITING, state.RETRYING, state.KEPT, state.DEAD)]

    def queryset(self, request, promises):
        doors = {
            "waiting": promises.unkept,
            "retrying": promises.retrying,
            "kept": promises.kept,
            "dead": promises.dead,
        }
        return doors[self.value()]() if self.value() in doors else promises


@admin.register(Promise)
class PromiseAdmin(admin.ModelAdmin):
    """What was promised and what became of it; staff may look, and replay what was given up."""

    list_display = ["topic", "state", "replay", "last_error", "tries", "due", "key"]
    list_filter = [StateFilter, "topic"]
    ordering = ["-pk"]
    show_full_result_count = False
    list_per_page = 50
    actions = ["replay_chosen"]
    takes_something_in = True  # the one screen of this site that does: a replay

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_replay_permission(self, request):
        return request.user.has_perm("outbox.replay_promise")

    def get_urls(self):
        replay = require_POST(self.admin_site.admin_view(self.replay_one))
        return [path("<int:pk>/replay/", replay, name="outbox_promise_replay"), *super().get_urls()]

    def get_list_display(self, request):
        return [name for name in self.list_display if name != "replay" or self.has_replay_permission(request)]

    @admin.display(description=_("state"))
    def state(self, promise):
        return format_html('<span class="nowrap">{}</span>', promise.state.label)

    @admin.display(description="", empty_value="")
    def replay(self, promise):
        """A button that sends the list's own form, with its token, to this row's address."""
        if promise.dead_at is None:
            return None
        address = reverse("admin:outbox_promise_replay", args=[promise.pk])
        button = '<button class="button nowrap" formmethod="post" formaction="{}">{}</button>'
        return format_html(button, address, _("Try again"))

    @admin.action(description=_("Try the chosen ones again"), permissions=["replay"])
    def replay_chosen(self, request, promises):
        self.tell(request, sum(map(replay_promise, promises)))

    def replay_one(self, request, pk):
        if not self.has_replay_permission(request):
            raise PermissionDenied
        self.tell(request, replay_promise(get_object_or_404(Promise, pk=pk)))
        return HttpResponseRedirect(reverse("admin:outbox_promise_changelist"))

    def tell(self, request, count):
        said = ngettext("%(count)d promise is tried again.", "%(count)d promises are tried again.", count)
        messages.success(request, said % {"count": count})
