"""What this room has promised to do later."""

from datetime import time

from network.outbox.registry import handles
from network.outbox.schedule import every

from .actions import see_to_ends, send_invitation
from .actions.invitation_lists import TELL
from .actions.recovery import OPENED, note_open
from .models import Invitation, Recovery


@handles(TELL)
def tell_invited(payload):
    """One of a pasted list; nothing for one that was answered or taken back before its turn came."""
    asked = Invitation.objects.open().with_organisation().filter(public_id=payload["invitation"]).first()
    if asked:
        send_invitation(asked)


@handles(OPENED)
def wait_is_over(payload):
    note_open(Recovery.objects.get(pk=payload["recovery"]))


@handles("organisations.certificates")
def look_at_certificates(_payload):
    see_to_ends()


every("organisations.certificates", daily_at=time(0, 5))
