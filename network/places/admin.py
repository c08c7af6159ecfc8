from django.contrib import admin

from .models import District, Province, Subdistrict


class ReadOnly(admin.ModelAdmin):
    """The official list is loaded, not typed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


admin.site.register([Province, District, Subdistrict], ReadOnly)
