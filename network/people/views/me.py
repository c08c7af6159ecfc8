"""A person's own page: who she is, how she is reached, and what the rooms keep for her."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from ..actions.contacts import ContactTaken, change_contact
from ..contacts import read_phone
from ..forms import CodeForm, ContactForm, LineNewsForm, ProfileForm
from ..messages import leave_line
from ..models import Pace
from ..my_pages_registry import my_page, my_pages
from ..second_factor import has_second_factor
from ..sign_in_codes import code_sent, forget, send_code, try_code
from ..throttles import may_try
from .proof import recent_sign_in_required
from .sign_in import TOO_MANY, code_context, why_refused

PURPOSE = "contact"


@require_safe
@never_cache
@login_required
def me(request):
    person = request.user
    return render(
        request,
        "people/me.html",
        {
            "person": person,
            "phone": person.phone and read_phone(person.phone),
            "language_name": dict(settings.LANGUAGES).get(person.language),
            "line": bool(settings.LINE_CHANNEL_ID),
            "pages": my_pages(request),
            "second_factor": has_second_factor(person),
        },
    )


@never_cache
@login_required
def my_registered_page(request, name):
    """A page that a room has registered."""
    page = my_page(name)
    if page is None:
        raise Http404
    return page.view(request)


@never_cache
@login_required
def profile(request):
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("me:index")
    return render(request, "people/profile.html", {"form": form})


@never_cache
@login_required
def line_news(request):
    """How often LINE may ring at hers; only for who has joined it."""
    if not request.user.line_uid:
        return redirect("me:index")
    form = LineNewsForm(request.POST or None, instance=request.user)
    if form.is_valid():
        with transaction.atomic():
            person = form.save()
            if person.line_pace == Pace.OFF:
                leave_line(person)
        messages.success(request, _("Saved."))
        return redirect("me:index")
    context = {"form": form, "account": settings.LINE_ACCOUNT, "hour": settings.LINE_DIGEST_AT}
    return render(request, "people/line_news.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@recent_sign_in_required
def new_contact(request):
    """Another e-mail or phone: only for someone who has just shown who she is, and only once it is proved."""
    form = ContactForm(request.POST or None)
    status = None
    if form.is_valid():
        contact = form.cleaned_data["contact"]
        if may_try(request, "code_sent", contact.address):
            send_code(request, contact, purpose=PURPOSE)
            return redirect("me:contact_code")
        form.add_error("contact", _("Too many codes were asked for. Please wait a quarter of an hour."))
        status = TOO_MANY
    return render(request, "people/new_contact.html", {"form": form}, status=status)


@never_cache
@login_required
@recent_sign_in_required
@sensitive_post_parameters("code")
def new_contact_code(request):
    sent = code_sent(request, PURPOSE)
    if sent is None or "other" in request.POST:
        forget(request, PURPOSE)
        return redirect("me:contact")
    form = CodeForm(request.POST or None)
    status = None
    if form.is_valid():
        if not may_try(request, "code_tried", sent.address):
            form.add_error("code", _("Too many wrong codes. Please wait a quarter of an hour."))
            status = TOO_MANY
        elif not try_code(request, sent, form.cleaned_data["code"]):
            form.add_error("code", why_refused(sent))
        else:
            return take_contact(request, sent)
    return render(request, "people/new_contact_code.html", code_context(form, sent), status=status)


def take_contact(request, sent):
    try:
        change_contact(request, request.user, sent.contact)
    except ContactTaken:
        messages.error(request, _("This contact belongs to another account. Sign in with it to use that account."))
    else:
        messages.success(request, _("Saved. You can now sign in with it."))
    return redirect("me:index")
