"""A copy of one's own data: asked for, and fetched."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.clock import now

from ..actions.copies import ask_for_copy
from ..models import DataCopy
from ..proof import fresh_proof_required


@never_cache
@fresh_proof_required
@require_POST
def ask(request, subject):
    ask_for_copy(subject, language=get_language())
    return redirect("privacy:index")


@require_safe
@never_cache
@fresh_proof_required
def fetch(request, subject, public_id):
    copy = get_object_or_404(DataCopy.objects.of(subject).standing(now()), public_id=public_id)
    if not copy.is_ready:
        raise Http404
    name = f"chanchala-{localdate(copy.made_at):%Y-%m-%d}.zip"
    answer = FileResponse(copy.file.open("rb"), as_attachment=True, filename=name, content_type="application/zip")
    answer["Cache-Control"] = "private, no-store"
    return answer
