"""One page for all that one can do with one's data."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.clock import now

from ..models import DataCopy, Erasure
from ..proof import guest_in_words, own_data_only


@require_safe
@never_cache
@own_data_only
def my_data(request, subject):
    copy = DataCopy.objects.of(subject).standing(now()).first()
    erasure = Erasure.objects.of(subject).waiting().first()
    context = {"copy": copy, "erasure": erasure, "guest": guest_in_words(subject)}
    return render(request, "privacy/my_data.html", context)
