"""Write a backup of the whole site."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from network.upkeep.actions import back_up
from network.upkeep.exceptions import UpkeepError
from network.upkeep.progress import bar


class Command(BaseCommand):
    help = (
        "Write database, pictures and private files into one new file, encrypted if BACKUP_KEY is set."
        " The site may go on running. Exit code 0: it stands; 1: nothing was kept, and why."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BACKUP_FOLDER, help="default: %(default)s")
        parser.add_argument("--keep", type=int, help="delete all but so many of the newest backups afterwards")

    def handle(self, *, folder, keep, **options):
        try:
            path = back_up(folder.resolve(), keep=keep, progress=bar("backup"))
        except UpkeepError as error:
            raise CommandError(str(error), returncode=1) from error
        except DatabaseError as error:
            raise CommandError(f"The database cannot be read: {error}", returncode=1) from error
        self.stdout.write(self.style.SUCCESS(f"{path} ({path.stat().st_size:,} bytes)"))
        if not settings.BACKUP_KEY:
            self.stdout.write("It is not encrypted: set BACKUP_KEY before you carry it out of the house.")
