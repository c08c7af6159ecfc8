"""What the desk shows of payments."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.clock import now
from network.desk.registry import Figure, Screen, register_figures, register_screen, register_urls
from network.organisations.access import has_role
from network.organisations.onboarding import Step, register_step

from .access import payout_accounts_for, payouts_for, payouts_to_judge, refunds_for, sends_for, slips_for
from .models import HolderAccount, Payout, PayoutAccount, Slip


def judges(request):
    """Treasurers, and people of an organisation that receives into an account of its own."""
    if has_role(request.user, "treasurer"):
        return True
    return request.organisation is not None and HolderAccount.objects.filter(organisation=request.organisation).exists()


def waiting_slips(request):
    return slips_for(request.user).filter(status=Slip.Status.WAITING).count()


def sees_payouts(request):
    """Treasurers, and whoever has asked for one or may approve one."""
    return has_role(request.user, "treasurer") or payouts_for(request.user).exists()


def payouts_to_do(request):
    """How many wait for this person's own hand: an approval she may give, a transfer, an account to check."""
    user = request.user
    to_send = Payout.objects.to_send().filter(sends_for(user)).count()
    return payouts_to_judge(user).count() + to_send + payout_accounts_for(user).count()


def answers_for_the_account(request):
    return has_role(request.user, "treasurer", "admin")


def holder_figures(request):
    """That nobody can pay yet, or that an account waits for this person's eyes."""
    if not answers_for_the_account(request):
        return []
    path = reverse("payments_desk:holder")
    if HolderAccount.objects.waiting().exclude(first_verifier=request.user).exists():
        return [Figure(_("The network's account"), _("To be checked"), path, "bank", _("Open"), urgent=True)]
    if not HolderAccount.objects.filter(is_default=True).exists():
        return [Figure(_("The network's account"), _("None yet: nobody can pay"), path, "bank", _("Open"), urgent=True)]
    return []


def receives_payouts(request):
    return request.organisation is not None


def is_to_be_paid(organisation):
    """Who sells, or is invited to: everybody else has nothing to be sent."""
    return hasattr(organisation, "seller") or organisation.invitations.unanswered().filter(sells=True).exists()


def has_payout_account(organisation):
    """Named is enough: checking it is the treasurer's."""
    return PayoutAccount.objects.standing().filter(organisation=organisation).exists()


def figures(request):
    if not judges(request):
        return []
    by_hand = refunds_for(request.user).by_hand()
    slips, refunds, overdue = waiting_slips(request), by_hand.count(), by_hand.filter(due_at__lt=now()).exists()
    found = []
    if slips:
        action = ngettext("Check it", "Check them", slips)
        found.append(
            Figure(_("Slips to check"), str(slips), reverse("payments_desk:slips"), "receipt", action, urgent=True)
        )
    if refunds:
        action = _("One is overdue") if overdue else _("Open")
        path = reverse("payments_desk:refunds")
        found.append(Figure(_("Refunds to send"), str(refunds), path, "undo", action, urgent=overdue))
    return found


def payout_figures(request):
    waiting = payouts_to_do(request) if sees_payouts(request) else 0
    if not waiting:
        return []
    return [Figure(_("Payouts to see to"), str(waiting), reverse("payments_desk:payouts"), "coins", _("Open"))]


register_urls("payments/", "network.payments.desk_urls")
register_figures("payments", figures)
register_figures("payouts", payout_figures)
register_figures("holder", holder_figures, order=20)
register_screen(
    Screen(
        "holder",
        gettext_lazy("The network's account"),
        "bank",
        "payments_desk:holder",
        answers_for_the_account,
        order=33,
    )
)
register_screen(
    Screen(
        "slips",
        gettext_lazy("Slips"),
        "receipt",
        "payments_desk:slips",
        judges,
        count=waiting_slips,
        tab=True,
        order=30,
    )
)
register_screen(Screen("refunds", gettext_lazy("Refunds by hand"), "undo", "payments_desk:refunds", judges, order=31))
register_screen(
    Screen("payouts", gettext_lazy("Payouts"), "coins", "payments_desk:payouts", sees_payouts, tab=True, order=32)
)
register_screen(
    Screen(
        "account", gettext_lazy("Where our money goes"), "bank", "payments_desk:own_account", receives_payouts, order=45
    )
)
register_step(
    Step(
        "account",
        gettext_lazy("Say where your money goes"),
        "payments_desk:own_account",
        has_payout_account,
        wanted_of=is_to_be_paid,
        by_herself=True,
        order=80,
    )
)
