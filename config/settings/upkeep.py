"""Maintenance, and backups: where they go, how many are kept, and the key that encrypts them."""

from pathlib import Path

from .environment import VAR, env

# Closed to readers; usually by `manage.py maintenance on`, which needs no restart.
MAINTENANCE = env.bool("MAINTENANCE", default=False)
OPEN_IN_MAINTENANCE = ("/payments/stripe/webhook/", "/line/webhook/", "/healthz", "/readyz", "/static/", "/media/")

BACKUP_FOLDER = Path(env("BACKUP_FOLDER", default=VAR / "backups"))
# Each night at half past one, by whichever worker comes first: let the folder be one that all of them see.
BACKUP_DAILY = env.bool("BACKUP_DAILY", default=True)
BACKUP_KEPT = env.int("BACKUP_KEPT", default=14)
# Whom an old backup must not bring back, by ids alone: keep it where a restore does not reach, and copy it with the backups.
ERASURE_LOG = Path(env("ERASURE_LOG", default=VAR / "erasures.jsonl"))
# Keep it somewhere else than the backups: without it nobody reads them, you included.
BACKUP_KEY = env("BACKUP_KEY", default="")
# The folder of pg_dump and pg_restore, where they are not on the PATH.
POSTGRESQL_BIN = env("POSTGRESQL_BIN", default="")
