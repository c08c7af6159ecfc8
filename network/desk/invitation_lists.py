"""A pasted list of members: first seen, row by row, as it would be; written by a second press that confirms just that."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from network.organisations.actions import invite_list
from network.organisations.models import InvitationList
from network.organisations.pasted import COLUMNS, MOST_ROWS, UnreadableList, read_list
from network.words.public_ids import new_public_id

from .invitations import coordinator_view

SALT = "network.desk.invitation_lists"
HOURS = 8
MOST_LETTERS = 200_000
ENCODINGS = ["utf-8-sig", "cp874"]  # the second is what Thai spreadsheets save as CSV


class ListForm(forms.Form):
    """Pasted cells, or a file of them; cleans to one text."""

    text = forms.CharField(
        label=gettext_lazy("The list"),
        required=False,
        strip=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 10, "spellcheck": "false"}),
        help_text=gettext_lazy("Copy the cells in your spreadsheet and paste them here."),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        help_text=gettext_lazy("CSV or TSV, as spreadsheets save it."),
        widget=forms.FileInput({"accept": ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"}),
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload is None:
            return ""
        if upload.size > 4 * MOST_LETTERS:
            raise forms.ValidationError(_("This file is too large for a list of %(most)d rows.") % {"most": MOST_ROWS})
        return decoded(upload.read())

    def clean(self):
        """What was pasted counts; a file where nothing was."""
        text = self.cleaned_data.get("text", "").strip("\r\n ") or self.cleaned_data.get("file", "")
        if not self.errors:
            try:
                self.found = read_list(text)
            except UnreadableList as error:
                self.add_error("text", error)
        return self.cleaned_data | {"text": text}


def decoded(content):
    """Raises ValidationError for what is no text, a spreadsheet's own file for instance."""
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise forms.ValidationError(_("This is not a text file. Save the spreadsheet as CSV, or copy and paste its cells."))


@coordinator_view
def paste(request):
    form = ListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        return show_found(request, form.cleaned_data["text"], form.found)
    return show_form(request, form)


def show_form(request, form):
    context = {"form": form, "columns": list(COLUMNS.values()), "most": MOST_ROWS}
    return render(request, "desk/invitations/paste.html", context, status=422 if form.errors else 200)


def show_found(request, text, found, *, key=None):
    """Every row as it will be; with faults only their list and the text to mend them in."""
    key = key or new_public_id()
    content = {"key": key, "by": request.user.pk, "text": text, "seen": found.digest}
    draft = signing.dumps(content, salt=SALT, compress=True)
    context = {"found": found, "draft": draft, "form": ListForm(initial={"text": text})}
    return render(request, "desk/invitations/found.html", context, status=422 if found.faulty else 200)


@require_POST
@coordinator_view
def confirm(request):
    """Exactly what was seen, once: what has changed since is shown again instead."""
    draft = read_draft(request)
    if draft is None:
        messages.info(request, _("This list has waited too long. Please paste it once more."))
        return redirect("desk_invitations:paste")
    if not InvitationList.objects.filter(key=draft["key"]).exists():
        found = read_list(draft["text"])
        if found.digest != draft["seen"] or found.faulty or not found.invited:
            messages.warning(
                request, _("Something has changed since you looked: nothing was written. Please look again.")
            )
            return show_found(request, draft["text"], found, key=draft["key"])
        made = invite_list([row.asked for row in found.invited], key=draft["key"], by=request.user)
        words = ngettext("%(number)d invitation was made.", "%(number)d invitations were made.", made.size)
        messages.success(request, words % {"number": made.size})
    return redirect(f"{reverse('desk_invitations:invitations')}?list={draft['key']}")


def read_draft(request):
    """Hers, or None."""
    try:
        draft = signing.loads(request.POST.get("draft", ""), salt=SALT, max_age=HOURS * 60 * 60)
    except signing.BadSignature:
        return None
    return draft if draft["by"] == request.user.pk else None
