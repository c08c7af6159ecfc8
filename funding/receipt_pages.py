"""A receipt to read, print or keep: PDF where the system can, the same page otherwise."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.paper import render_pdf
from network.shell.slow_down import unguessable

from .models import Receipt
from .receipt_content import content_of, english_words


def receipt_by(token):
    found = Receipt.objects.select_related("pledge__fund__holder", "issuer").prefetch_related("pledge__fund__texts")
    return get_object_or_404(found, pledge__token=token)


@require_safe
@never_cache
@unguessable
def receipt(request, token):
    return render(request, "funding/receipt.html", content_of(receipt_by(token)))


@require_safe
@never_cache
@unguessable
def receipt_pdf(request, token):
    """The receipt as PDF, Thai and English on one sheet; without Pango its page, and why."""
    receipt = receipt_by(token)
    with override("th"):
        content = render_pdf("funding/receipt_pdf.html", content_of(receipt) | {"words_en": english_words(receipt)})
    if content is None:
        messages.info(
            request,
            _(
                "This server cannot make PDFs (the library Pango is missing). Here is the receipt as a page; you can print it."
            ),
        )
        return redirect("funds:receipt", token)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="receipt-{receipt.label}.pdf"'
    return answer
