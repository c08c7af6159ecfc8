"""Whose money it is: the network's account, and one fund's own; both invented and marked so."""

from network.organisations.models import Organisation
from network.payments.models import HolderAccount

from .people import staff

NETWORK = {
    "legal_name": "สมาคมเครือข่ายสาธิต (บัญชีสมมติ)",
    "bank_name": "ธนาคารสาธิต",
    "bank_account": "000-0-00000-0",
    "promptpay_id": "0000000000000",
    "takes_cards": True,
    "is_default": True,
}
FUND = {
    "legal_name": "กองทุนผู้สูงวัย (บัญชีสมมติ)",
    "bank_name": "ธนาคารสาธิต",
    "bank_account": "000-0-00000-1",
    "promptpay_id": "0000000000001",
}
FUND_STEWARD = "un-jai-senior-care"


def seed_holders():
    """The default account, and one that a steward's organisation holds itself."""
    checked = {"first_verifier": staff("treasurer"), "second_verifier": staff("treasurer2"), "is_fictional": True}
    HolderAccount.objects.get_or_create(is_default=True, defaults=NETWORK | checked)
    steward = Organisation.objects.get(slug=FUND_STEWARD)
    HolderAccount.objects.get_or_create(organisation=steward, defaults=FUND | checked)


def default_holder():
    return HolderAccount.objects.get(is_default=True)


def holder_of(steward):
    """The steward's own account, else the network's."""
    return HolderAccount.objects.filter(organisation__slug=steward).first() or default_holder()
