"""After an old backup came back: erase again whom it brought back."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from network.privacy.actions.erasure import forget_again
from network.privacy.erasure_log import log_path, read_log


class Command(BaseCommand):
    help = (
        "Erase again everybody whom the log of erasures names and this database still knows. `restore` does it by itself;"
        " run it after `migrate` if the backup was of an older release, or with the log of another machine."
        " Exit codes: 0 done, 3 no such log."
    )

    def add_arguments(self, parser):
        parser.add_argument("log", type=Path, nargs="?", help="default: the log of this machine")

    def handle(self, *, log, **options):
        if log and not log.exists():
            raise CommandError(f"There is no {log}.", returncode=3)
        again = sum(forget_again(entry) for entry in read_log(log or log_path()))
        self.stdout.write(self.style.SUCCESS(f"Erased again: {again}."))
