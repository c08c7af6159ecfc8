"""Too often in too short a time: who comes so is asked to wait, and nothing of hers is lost.

Every count stands in the cache that all processes share, by the reader's own address or by the person.
"""

from functools import wraps

from django.http import Http404
from django.shortcuts import render
from django_ratelimit.core import is_ratelimited
from django_ratelimit.decorators import ratelimit

WAIT = 60  # seconds
GUESSES = {"group": "guess", "key": "ip", "rate": "9/m"}  # with the tenth in a minute it is enough
# What no page repeats.
SECRET = {"csrfmiddlewaretoken", "code", "credential", "oldpassword", "password", "password1", "password2"}

uploads_slowly = ratelimit(group="uploads", key="user_or_ip", rate="60/m", method="POST", block=True)


def slow_down(request):
    """The page that says so. What was sent stands in it, to be sent once more with one press."""
    context = {"kept": kept(request), "had_files": bool(request.method == "POST" and request.FILES)}
    answer = render(request, "429.html", context, status=429)
    answer.headers["Retry-After"] = str(WAIT)
    return answer


def kept(request):
    """[(name, value)] of the form that was sent, without what is secret."""
    if request.method != "POST":
        return []
    return [(name, value) for name, values in request.POST.lists() if name not in SECRET for value in values]


def unguessable(view):
    """For a page that a secret link opens: after ten wrong ones within a minute its guesser has to wait."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if is_ratelimited(request, **GUESSES, increment=False):
            return slow_down(request)
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            note_guess(request)
            raise
        if answer.status_code == 404:
            note_guess(request)
        return answer

    return guarded


def note_guess(request):
    is_ratelimited(request, **GUESSES, increment=True)
