"""Close the site to readers for a while, and open it again."""

from datetime import datetime, time, timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from network.upkeep import maintenance


class Command(BaseCommand):
    help = "Readers get a page that says when to come back; webhooks and probes go on. Exit code of `status`: 0 open, 1 closed."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["on", "off", "status"])
        parser.add_argument("--until", default="", help="20:30, or 2026-11-28 20:30, by the province's clock")
        parser.add_argument("--words", default="", help="a sentence of yours, shown on the page")

    def handle(self, *, what, until, words, **options):
        getattr(self, f"turn_{what}")(until, words)

    def turn_on(self, until, words):
        notice = maintenance.begin(until=read_until(until) if until else None, words=words)
        self.stdout.write(f"Closed{f' until {timezone.localtime(notice.until):%Y-%m-%d %H:%M}' if until else ''}.")

    def turn_off(self, _until, _words):
        self.stdout.write("Open again." if maintenance.end() else "It was open.")
        if maintenance.standing():
            raise CommandError("MAINTENANCE in the environment keeps it closed.")

    def turn_status(self, _until, _words):
        notice = maintenance.standing()
        self.stdout.write("Open." if notice is None else "Closed.")
        if notice:
            raise SystemExit(1)


def read_until(text):
    """The next such time, or that day's. Raises CommandError for one that cannot be read or has passed."""
    here = timezone.get_default_timezone()
    now = timezone.localtime()
    try:
        if len(text) <= 5:
            until = datetime.combine(now.date(), time.fromisoformat(text.zfill(5)), here)
            until += timedelta(days=until <= now)
        else:
            until = datetime.fromisoformat(text).replace(tzinfo=here)
    except ValueError as error:
        raise CommandError(f"--until {text}: write 20:30, or 2026-11-28 20:30.") from error
    if until <= now:
        raise CommandError(f"--until {text} has passed.")
    return until
