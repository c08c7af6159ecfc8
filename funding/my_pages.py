"""A person's own pledges."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.people.my_pages_registry import MyPage, register_my_page

from .models import Pledge


def mine(user):
    return Pledge.objects.filter(user=user).select_related("fund").prefetch_related("fund__texts").order_by("-made_at")


def pledges(request):
    return render(request, "funding/my_pledges.html", {"pledges": mine(request.user)[:100]})


def line(request):
    count = mine(request.user).captured().count()
    return ngettext("one pledge", "%(count)s pledges", count) % {"count": count} if count else ""


register_my_page(MyPage("pledges", _("My pledges"), pledges, icon="give", line=line, order=20))
