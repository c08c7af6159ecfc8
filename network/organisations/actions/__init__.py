"""What changes who may act for whom."""

from .delegates import grant_delegate, log_deed, revoke_delegate
from .memberships import add_member, end_membership, grant_role, withdraw_role
from .people import read_invitation, welcome_person
from .suspensions import lift_suspension, suspend_organisation

__all__ = [
    "add_member",
    "end_membership",
    "grant_delegate",
    "grant_role",
    "lift_suspension",
    "log_deed",
    "read_invitation",
    "revoke_delegate",
    "suspend_organisation",
    "welcome_person",
    "withdraw_role",
]
