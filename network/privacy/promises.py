"""What this room has promised to do later."""

from datetime import time

from network.outbox.registry import handles
from network.outbox.schedule import every

from .actions.copies import COPY, delete_over, make_copy
from .actions.erasure import AFTERWARDS, ERASE, carry_out, forget_what_was_kept
from .erasure_log import after_erasure
from .models import DataCopy, Erasure


@handles(COPY, outside=True, lease=300)
def write_a_copy(payload, *, idempotency_key):
    copy = DataCopy.objects.select_related("user").filter(pk=payload["copy"]).first()
    return copy and make_copy(copy)


@handles(ERASE)
def erase(payload):
    carry_out(Erasure.objects.select_related("user").get(pk=payload["erasure"]))


@handles(AFTERWARDS, outside=True)
def files_and_log(payload, *, idempotency_key):
    """Twice is as good as once: a file that is gone is gone, and the log names each erasure once."""
    after_erasure(Erasure.objects.select_related("user").get(pk=payload["erasure"]), payload["files"])


@handles("privacy.copies_over")
def copies_over(_payload):
    delete_over()


@handles("privacy.kept_over")
def kept_over(_payload):
    forget_what_was_kept()


every("privacy.copies_over", minutes=60)
every("privacy.kept_over", daily_at=time(2, 15))
