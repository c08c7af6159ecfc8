from django.core.management.base import BaseCommand, CommandError

REFUSAL = (
    "This is no demo (DEMO is off). seed_demo writes invented shops, orders and money, and refuses to do so here; nothing"
    " was changed. For a site of your own: manage.py setup_site --help"
)
REFUSED = 3


class Command(BaseCommand):
    """What stands in for the demo's own command where the demo is not installed: every real site."""

    help = "Load the demo content. Refused on a real site, with exit code 3."

    def handle(self, *args, **options):
        raise CommandError(REFUSAL, returncode=REFUSED)
