from django.core.management.base import BaseCommand

from cms.actions.set_up_site import set_up_site


class Command(BaseCommand):
    help = (
        "Makes an empty site ready: languages, the site's address, front pages, sections and pages of information."
        " What stands already is left as it is, so that it can be run again at any time."
    )

    def handle(self, *args, **options):
        home = set_up_site()
        self.stdout.write(f"The site stands at {home.full_url}.")
