"""Django's admin, to look and not to touch, whichever package registers a model in it."""

from functools import wraps

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied


class ToLookAt:
    """No adding, changing or deleting, and only those actions that name a permission of their own."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_actions(self, request):
        found = super().get_actions(request)
        return {name: action for name, action in found.items() if getattr(action[0], "allowed_permissions", None)}


class ReadOnlySite(AdminSite):
    """Oscar's admin would let staff rewrite orders, prices and stock past the actions, the books and their trace."""

    def register(self, model_or_iterable, admin_class=None, **options):
        admin_class = admin_class or ModelAdmin
        looking = type(admin_class.__name__, (ToLookAt, admin_class), {"__module__": admin_class.__module__})
        super().register(model_or_iterable, looking, **options)

    def admin_view(self, view, cacheable=False):
        """A package's screen beside the usual ones asks for no permission of ours: nothing is sent to it at all."""
        guarded = super().admin_view(view, cacheable)
        if getattr(getattr(view, "__self__", None), "takes_something_in", False):
            return guarded

        @wraps(view)
        def look(request, *args, **kwargs):
            if request.method not in {"GET", "HEAD", "OPTIONS"} and self.has_permission(request):
                raise PermissionDenied
            return guarded(request, *args, **kwargs)

        return look


class ReadOnlyAdminConfig(AdminConfig):
    default_site = "network.shell.admin_site.ReadOnlySite"
