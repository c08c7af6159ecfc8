"""The way from a person's own page to her workplace."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from network.organisations.access import organisations_of, roles_of
from network.people.my_pages_registry import MyPage, register_my_page


def works_somewhere(request):
    return bool(roles_of(request.user)) or organisations_of(request.user).exists()


def to_the_desk(request):
    return redirect("desk:today")


register_my_page(MyPage("desk", _("My workplace"), to_the_desk, icon="today", shown_to=works_somewhere, order=10))
