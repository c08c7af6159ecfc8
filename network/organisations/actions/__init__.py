"""What changes who may act for whom."""

from .delegates import grant_delegate, log_deed, revoke_delegate
from .memberships import add_member, end_membership, grant_role, group_of, put_roles_into_groups, withdraw_role
from .people import read_invitation, welcome_person
from .suspensions import lift_suspension, suspend_organisation

__all__ = [
    "add_member",
    "end_membership",
    "grant_delegate",
    "grant_role",
    "group_of",
    "lift_suspension",
    "log_deed",
    "put_roles_into_groups",
    "read_invitation",
    "revoke_delegate",
    "suspend_organisation",
    "welcome_person",
    "withdraw_role",
]
