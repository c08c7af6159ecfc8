"""Ten seconds to change one's mind: an undo is a signed note of what was done, never a stored draft.

The note names a registered undo and its arguments for one person; it is good for two minutes, so that a slow
line does not cheat anyone of the ten seconds that the bar is shown.
"""

from django.contrib import messages
from django.core import signing

SALT = "desk.undo"
SECONDS = 120


def offer_undo(request, text, name, **arguments):
    """Tell what was done, and put a button beside it that takes it back."""
    note = signing.dumps({"undo": name, "arguments": arguments, "user": request.user.pk}, salt=SALT)
    messages.success(request, text, extra_tags=f"undo:{note}")


def read_undo(request, note):
    """The name and arguments of a note, or None if it is too old, not ours or somebody else's."""
    try:
        content = signing.loads(note, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    return (content["undo"], content["arguments"]) if content["user"] == request.user.pk else None
