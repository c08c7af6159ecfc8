"""The books can be looked at, and nothing else."""

from django.contrib import admin

from .models import Account, Entry, Seal, Transfer


class ReadOnly:
    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class TransferInline(ReadOnly, admin.TabularInline):
    model = Transfer
    fk_name = "entry"
    fields = ["n", "kind", "debit", "credit", "amount", "unit"]


@admin.register(Account)
class AccountAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["code", "title", "unit", "side", "limited", "book"]
    list_filter = ["unit", "limited"]
    search_fields = ["code", "title"]


@admin.register(Entry)
class EntryAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["key", "kind", "day", "size"]
    search_fields = ["key"]
    inlines = [TransferInline]


@admin.register(Seal)
class SealAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["book", "position", "entry", "digest"]
    list_filter = ["book"]
    list_select_related = ["entry"]
