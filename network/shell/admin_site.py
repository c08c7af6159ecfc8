"""Django's admin, to look and not to touch, whichever package registers a model in it."""

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.apps import AdminConfig


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


class ReadOnlyAdminConfig(AdminConfig):
    default_site = "network.shell.admin_site.ReadOnlySite"
