"""A fund's book for machines and accountants: CSV, JSON with its chain, Atom; and the script that checks it."""

from pathlib import Path

from django.contrib.syndication.views import Feed
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import datetime, make_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.ledger import verify
from network.ledger.export import CSV_COLUMNS, csv_rows, export_book
from network.ledger.seal import head_of
from network.words.money import format_money
from network.words.spreadsheets import csv_line

from .models import Fund
from .public_ledger import page_of


def public_fund(slug):
    return get_object_or_404(Fund.objects.public(), slug=slug)


def attachment(answer, fund, suffix):
    answer["Content-Disposition"] = f'attachment; filename="{fund.slug}-ledger.{suffix}"'
    return answer


@require_safe
def ledger_csv(request, slug):
    """One row a transfer, with a mark that lets spreadsheets read Thai."""
    fund = public_fund(slug)
    return attachment(
        StreamingHttpResponse(lines(csv_rows(fund.book)), content_type="text/csv; charset=utf-8"), fund, "csv"
    )


def lines(rows):
    yield "\ufeff" + csv_line(CSV_COLUMNS)
    for row in rows:
        yield csv_line(row)


@require_safe
def ledger_json(request, slug):
    """The sealed book with digests, as `verify.py` reads it."""
    fund = public_fund(slug)
    return attachment(StreamingHttpResponse(export_book(fund.book), content_type="application/json"), fund, "json")


@require_safe
def verifier(request):
    """The script anyone can run over the JSON, with nothing but Python."""
    answer = HttpResponse(Path(verify.__file__).read_bytes(), content_type="text/x-python; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="verify.py"'
    return answer


class LedgerFeed(Feed):
    """The newest movements; a day is all that is said of when."""

    feed_type = Atom1Feed

    def get_object(self, request, slug):
        return public_fund(slug)

    def title(self, fund):
        return _("Books of %(fund)s") % {"fund": fund}

    def link(self, fund):
        return reverse("funds:ledger", args=[fund.slug])

    def subtitle(self, fund):
        """The chain's head, so that whoever keeps the feed could prove that the book was written anew."""
        position, digest = head_of(fund.book)
        return _("Newest seal: %(head)s") % {"head": f"{position}:{digest}"}

    def items(self, fund):
        rows, _following = page_of(fund, balance=fund.available.balance())
        return [(fund, row) for row in rows]

    def item_title(self, item):
        _fund, row = item
        return f"{row.what}: {format_money(row.amount_satang)}"

    def item_description(self, item):
        return str(item[1].who)

    def item_guid(self, item):
        return item[1].key

    item_guid_is_permalink = False

    def item_link(self, item):
        return f"{reverse('funds:ledger', args=[item[0].slug])}#{item[1].pk}"

    def item_updateddate(self, item):
        return make_aware(datetime.combine(item[1].day, datetime.min.time()))

    item_pubdate = item_updateddate
