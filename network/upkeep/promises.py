from datetime import time

from django.conf import settings

from network.outbox.registry import handles
from network.outbox.schedule import every
from network.photo_field import sweep_kept

from .actions import back_up
from .status import status_now


@handles("upkeep.backup", outside=True, lease=4 * 60 * 60)
def take_backup(_payload, *, idempotency_key):
    """Outside of transactions: it reads in a snapshot of its own."""
    if settings.BACKUP_DAILY:
        back_up(settings.BACKUP_FOLDER, keep=settings.BACKUP_KEPT)


@handles("upkeep.kept_photos", outside=True)
def sweep_photos(_payload, *, idempotency_key):
    """Photos of forms that nobody has sent again."""
    sweep_kept()


@handles("upkeep.status", outside=True)
def keep_status(_payload, *, idempotency_key):
    """So that the status page has a last word even where nobody has looked."""
    status_now()


every("upkeep.status", minutes=5)
every("upkeep.kept_photos", minutes=60)
every("upkeep.backup", daily_at=time(1, 30))
