"""What this room keeps of people: who pledged, their receipts, and who paid for a fund out of her own pocket."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from network.organisations.open_business import owned_alone
from network.paper import render_pdf
from network.payments.personal_data import BOOKS, PAYEE, YEARS
from network.people.personal_data_registry import (
    LOOKED_FOR,
    POINTS,
    by_user,
    by_user_or_contact,
    drawn_anew,
    emptied,
    free,
    holds,
    keeps_papers,
    kept,
    nothing,
    objects_to_erasure,
    register_refs,
)

from .models import Expense, Fund, Pledge, Receipt
from .receipt_content import content_of, english_words

mine = by_user_or_contact()


def pledge_refs(subject):
    return [pledge.ref for pledge in Pledge.objects.filter(mine(subject))]


def contacts_on(public_ids):
    return Pledge.objects.filter(public_id__in=public_ids, user=None).values_list("contact", flat=True)


def what_is_open(subject):
    """A fund that she alone answers for, and money that she laid out."""
    if subject.user is None:
        return
    for fund in Fund.objects.exclude(state=Fund.State.CLOSED).filter(steward__in=owned_alone(subject)):
        yield _("The fund “%(fund)s” would have nobody who answers for it. Let somebody else become owner first.") % {
            "fund": fund
        }
    if Expense.objects.waiting().filter(by=subject.user).exists():
        yield _("An expense that you handed in has not been decided yet.")


def receipts(subject):
    """As PDF, where this server can make them."""
    found = Receipt.objects.filter(pledge__in=Pledge.objects.filter(mine(subject)))
    for receipt in found.select_related("pledge__fund__holder", "issuer").prefetch_related("pledge__fund__texts"):
        with override("th"):
            words = {"words_en": english_words(receipt)}
            content = render_pdf("funding/receipt_pdf.html", content_of(receipt) | words)
        if content:
            yield f"receipt-{receipt.label}.pdf", content


register_refs("pledge", of=pledge_refs, contacts=contacts_on)
objects_to_erasure(what_is_open)
keeps_papers(receipts)

holds(
    "funding.Pledge",
    mine=mine,
    fields={
        "user": POINTS,
        "token": drawn_anew(),
        **dict.fromkeys(["name", "in_memory_of", "contact", "receipt_name"], emptied()),
    },
    facts=["fund", "amount", "status", "shown_as", "made_at", "captured_at"],
)
free("funding.Pledge", "public_id key language terms_version", "Drawn by lot, a language, and which wording.")
holds(
    "funding.Receipt",
    mine=by_user_or_contact("pledge__"),
    fields={"payer": kept(BOOKS, years=YEARS, since="issued_at")},
    facts=["year", "number", "amount", "issued_at"],
)
free("funding.Receipt", "void_reason", "Why the money went back.")
holds(
    "funding.Expense",
    mine=by_user("by"),
    fields={
        "by": POINTS,
        **dict.fromkeys(PAYEE, kept(BOOKS, years=YEARS, since="handed_in_at")),
        "picture": kept(BOOKS, years=YEARS, since="handed_in_at", value=""),
    },
    facts=["fund", "purpose", "amount", "handed_in_at"],
)
holds("funding.Expense", mine=nothing, fields={"refused_by": POINTS, "purpose": LOOKED_FOR})
free("funding.Expense", "public_id key refusal", "Drawn by lot, and why it was not accepted.")
holds("funding.Fund", mine=nothing, fields={"prepared_by": POINTS, "opened_by": POINTS})
free("funding.Fund", "public_id slug permit_number picture", "Of a fund, which is public.")
holds("funding.FundText", mine=nothing, fields=dict.fromkeys(["line", "purpose", "governance"], LOOKED_FOR))
free("funding.FundText", "name exemption", "Of a fund, which is public.")
