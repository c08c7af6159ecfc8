"""What changes who may act for whom."""

from .about import describe_organisation
from .certificates import enter_certificate, judge_certificate, may_judge, see_to_ends, withdraw_certificate
from .delegates import appoint_helper, grant_delegate, log_deed, revoke_delegate, stand_in
from .handing_over import hand_over, take_over
from .invitation_lists import invite_list
from .invitations import (
    accept_invitation,
    ask_again,
    invite_organisation,
    send_invitation,
    withdraw_invitation,
)
from .memberships import add_member, end_membership, grant_role, group_of, put_roles_into_groups, withdraw_role
from .people import read_invitation, welcome_person
from .roles import RoleRefused, appoint_first_admin, give_role, take_role_back
from .suspensions import lift_suspension, suspend_organisation

__all__ = [
    "RoleRefused",
    "accept_invitation",
    "add_member",
    "appoint_first_admin",
    "appoint_helper",
    "ask_again",
    "describe_organisation",
    "enter_certificate",
    "end_membership",
    "give_role",
    "grant_delegate",
    "grant_role",
    "group_of",
    "hand_over",
    "invite_list",
    "invite_organisation",
    "judge_certificate",
    "lift_suspension",
    "log_deed",
    "may_judge",
    "put_roles_into_groups",
    "read_invitation",
    "revoke_delegate",
    "see_to_ends",
    "send_invitation",
    "stand_in",
    "suspend_organisation",
    "take_over",
    "take_role_back",
    "welcome_person",
    "withdraw_certificate",
    "withdraw_invitation",
    "withdraw_role",
]
