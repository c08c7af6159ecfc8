"""Put a backup back."""

from pathlib import Path

from django.core.cache import cache
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from network.privacy.actions.erasure import forget_again
from network.privacy.erasure_log import all_done, append, read_log
from network.upkeep.actions import Wishes, restore
from network.upkeep.exceptions import UpkeepError
from network.upkeep.progress import bar

EXIT_CODES = (
    "Exit codes: 0 restored; 1 the books are not those of the backup, or not sound; 3 the backup cannot be used"
    " (broken, foreign, newer, another key); 4 a site stands or runs here; 5 the machine could not do it."
    " Whenever it is not 0, the site is as it was."
)


class Command(BaseCommand):
    help = f"Put a backup back: unpacked and proved beside the site, then swapped in. {EXIT_CODES}"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("backup", type=Path)
        parser.add_argument("--verify", action="store_true", help="read all books again (ledger_check) before the swap")
        parser.add_argument("--replace", action="store_true", help="push a site that stands here aside")
        parser.add_argument("--rehearse", action="store_true", help="only prove that it could be done; change nothing")

    def handle(self, *, backup, verify, replace, rehearse, **options):
        wishes = Wishes(replace=replace, verify=verify, rehearse=rehearse)
        if replace and not rehearse:
            note_erasures()
        try:
            restored = restore(backup, wishes, progress=bar("restore"))
        except UpkeepError as error:
            raise CommandError(str(error), returncode=error.code) from error
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {error}", returncode=5) from error
        self.report(restored, wishes)

    def report(self, restored, wishes):
        books = restored.about["books"]
        sound = "equal, and every row of them sound" if wishes.verify else "equal"
        self.stdout.write(f"Backup of {restored.about['site']}, made {restored.about['made_at']}.")
        self.stdout.write(self.style.SUCCESS(f"Books {books['digest']}: {sound}."))
        if wishes.rehearse:
            self.stdout.write("This was a rehearsal: nothing was changed.")
            return
        cache.clear()  # it knows rows that are gone
        if restored.aside:
            self.stdout.write(
                f"What stood here before lies beside it, named …{restored.aside}; delete it when all is well."
            )
        if restored.to_migrate:
            self.stdout.write(
                self.style.WARNING(
                    "The backup is of an older release: run migrate, then forget_again, before you start the site."
                )
            )
        else:
            again = sum(forget_again(entry) for entry in read_log())
            self.stdout.write(f"People who had been erased since, and are erased again: {again}.")


def note_erasures():
    """Whom the database that is pushed aside has erased: the log names them, whichever machine did it."""
    try:
        append(all_done())
    except DatabaseError:
        return  # Nothing stands here, or it cannot be read; the log of this machine must do.
