from django.contrib import admin

from .models import Consent, LineMonth, Message, SignInPass, User


class ReadOnly(admin.ModelAdmin):
    """To look, not to touch: changes go through actions, which leave a trace."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(User)
class UserAdmin(ReadOnly):
    """Oscar's and Wagtail's admins look people up through this."""

    list_display = ["__str__", "email", "phone", "is_staff", "is_active"]
    search_fields = ["email", "phone", "first_name", "last_name"]
    exclude = ["password"]


@admin.register(Consent)
class ConsentAdmin(ReadOnly):
    list_display = ["given_at", "user", "contact", "purpose", "text_version", "withdrawn_at"]
    list_select_related = ["user"]


@admin.register(Message)
class MessageAdmin(ReadOnly):
    """Whether and when somebody was told, not what."""

    list_display = ["promised_at", "sent_at", "channel", "urgency", "to", "template"]
    search_fields = ["to"]
    exclude = ["context", "body"]


@admin.register(LineMonth)
class LineMonthAdmin(ReadOnly):
    list_display = ["month", "quota", "pushed", "elsewhere", "used_up_at", "asked_at"]


@admin.register(SignInPass)
class SignInPassAdmin(ReadOnly):
    list_display = ["made_at", "user", "made_by", "used_at", "used_from"]
    list_select_related = ["user", "made_by"]
