"""A person's own data, from her own page."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from network.people.my_pages_registry import MyPage, register_my_page


def to_my_data(request):
    """One page for people and guests: it lies outside of `/me/`, which asks for an account."""
    return redirect("privacy:index")


register_my_page(MyPage("data", _("My data"), to_my_data, icon="lock", order=90))
