from django.contrib import admin

from .models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Oscar's and Wagtail's admins look people up through this."""

    list_display = ["__str__", "email", "phone", "is_staff", "is_active"]
    search_fields = ["email", "phone", "first_name", "last_name"]
    readonly_fields = ["public_id", "password", "last_login", "date_joined"]
