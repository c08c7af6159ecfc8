"""People: who they are, what they agreed to, what they were told, and passes that let them in."""

from .consent import Consent
from .line_month import LineMonth
from .message import Message
from .sign_in_pass import SignInPass
from .user import Pace, User, UserManager

__all__ = ["Consent", "LineMonth", "Message", "Pace", "SignInPass", "User", "UserManager"]
