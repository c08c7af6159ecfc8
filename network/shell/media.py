"""Pictures that people uploaded, served by the embedded site itself; object storage does it elsewhere."""

from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve

SHOWN = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"}


@require_safe
def media(request, path):
    """Names are random and never used again, so that a picture may be kept for a year."""
    answer = serve(request, path, document_root=settings.MEDIA_ROOT)
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    if answer.get("Content-Type") not in SHOWN:
        answer["Content-Disposition"] = "attachment"  # kept, never opened as a page of ours
    return answer
