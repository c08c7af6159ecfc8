"""What payees are told. Messages are promised in the transaction of their cause."""

from django.urls import reverse

from network.organisations.access import people_of
from network.people.messages import tell


def tell_of_account(account):
    """Everybody who acts for the organisation hears when its account is named, checked or refused."""
    if account.refusal:
        how = "refused"
    elif account.ended_at:
        return  # replaced before anybody looked: word of the newer one follows
    else:
        how = "checked" if account.checked_by_id else "entered"
    context = {"ending": account.account[-4:], "reason": account.refusal, "path": reverse("payments_desk:own_account")}
    for person in people_of(account.organisation):
        tell(person, f"payments/messages/account_{how}", context, person.language)


def tell_payee(people, payout, template, path):
    """Word of a payout that was sent or refused."""
    context = {"amount": payout.amount, "purpose": payout.purpose, "reason": payout.refusal, "path": path}
    context["ending"] = payout.payee_account[-4:]
    for person in people:
        tell(person, f"payments/messages/{template}", context, person.language)
