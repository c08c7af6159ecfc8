"""Passes: a coordinator lets somebody in who has neither e-mail nor a phone that gets messages."""

import hashlib
from datetime import timedelta

from django.db import transaction

from network.clock import now
from network.words.public_ids import new_token

from ..messages import tell
from ..models import SignInPass

LASTS = timedelta(minutes=15)


class PassEnded(Exception):
    """The pass was used, withdrawn, or is too old; `reason` is "used", "ended" or "unknown"."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def make_pass(user, *, by):
    """A fresh pass for this person and its token, which is shown once and kept nowhere.

    Older passes of hers stop working, and she is told if a message reaches her, unless she made it herself. Whether
    `by` may do this is the caller's question (`network.organisations.passes.may_make_pass`).
    """
    at = now()
    SignInPass.objects.open(at).filter(user=user).update(withdrawn_at=at)
    token = new_token()
    made = SignInPass.objects.create(digest=digest(token), user=user, made_by=by, made_at=at, expires_at=at + LASTS)
    if by != user:
        tell(user, "people/messages/pass_made", {"by": str(by)})
    return made, token


def look_at_pass(token):
    """The open pass of that token. Raises PassEnded."""
    found = SignInPass.objects.filter(digest=digest(token)).select_related("user").first()
    if found is None:
        raise PassEnded("unknown")
    if found.used_at:
        raise PassEnded("used")
    if found.withdrawn_at or found.expires_at <= now():
        raise PassEnded("ended")
    return found


def use_pass(token, *, ip=None):
    """Spend the pass and return its person: of all who try at once, one. Raises PassEnded."""
    at = now()
    found = look_at_pass(token)
    if not SignInPass.objects.open(at).filter(pk=found.pk).update(used_at=at, used_from=ip):
        raise PassEnded("used")
    return found.user


def digest(token):
    """The token has 128 bits, so a plain digest cannot be searched for it."""
    return hashlib.sha256(token.encode()).hexdigest()
