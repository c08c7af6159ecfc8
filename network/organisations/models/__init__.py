"""Organisations, and who may act for them or for the whole network."""

from .certificate import Certificate
from .delegate import Delegate, DelegateLog
from .helper_link import HelperLink
from .invitation import Invitation, InvitationList
from .membership import Membership
from .organisation import Dimension, DimensionText, Organisation, OrganisationText
from .recovery import Recovery, RecoveryStep
from .role import NetworkRole
from .suspension import Suspension

__all__ = [
    "Certificate",
    "Delegate",
    "DelegateLog",
    "Dimension",
    "DimensionText",
    "HelperLink",
    "Invitation",
    "InvitationList",
    "Membership",
    "NetworkRole",
    "Organisation",
    "OrganisationText",
    "Recovery",
    "RecoveryStep",
    "Suspension",
]
