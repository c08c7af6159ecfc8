"""The embedded runner: keeps promises beside the site, without a broker."""

from django.core.management.base import BaseCommand, CommandError

from network.outbox.keeping import keep_due
from network.outbox.models import Promise
from network.outbox.runner import run, run_many, run_until_empty


class Command(BaseCommand):
    help = "Keep the promises of the outbox until stopped. Ends with 1 if --until-empty leaves some given up."

    def add_arguments(self, parser):
        parser.add_argument("--workers", type=int, default=1, help="how many processes (default: 1, this one)")
        how_long = parser.add_mutually_exclusive_group()
        how_long.add_argument("--once", action="store_true", help="keep what is due now, then end")
        how_long.add_argument("--until-empty", action="store_true", help="end when nothing is due any more")

    def handle(self, *, workers, once, until_empty, **options):
        if workers < 1:
            raise CommandError("At least one worker is needed.")
        if once or until_empty:
            self.report(keep_due() if once else run_until_empty())
        elif workers == 1:
            run()
        else:
            run_many(workers)

    def report(self, tried):
        dead = Promise.objects.dead().count()
        self.stdout.write(f"{tried} promises tried, {dead} given up.")
        if dead:
            raise CommandError("Some promises were given up; staff may replay them.", returncode=1)
