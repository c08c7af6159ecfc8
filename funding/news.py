"""What stewards and members are told of money out."""

from django.urls import reverse
from django.utils.translation import override

from network.organisations.access import people_of
from network.people.messages import tell


def tell_of_expense(expense):
    """Handed in: the fund's steward. Refused: who handed it in."""
    if expense.refused_at:
        tell_one(expense, expense.by, "expense_refused", reverse("funding_desk:expenses"))
        return
    for person in people_of(expense.fund.steward).exclude(pk=expense.by_id):
        tell_one(expense, person, "expense_waits", reverse("funding_desk:expense", args=[expense.public_id]))


def tell_one(expense, person, template, path):
    with override(person.language):
        context = {"fund": str(expense.fund), "amount": expense.amount, "purpose": expense.purpose, "path": path}
    tell(person, f"funding/messages/{template}", context | {"reason": expense.refusal}, person.language)
