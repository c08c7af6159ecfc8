from django.core.management.base import BaseCommand

from cms.actions.set_up_site import set_up_site
from cms.actions.translations import tie_translations


class Command(BaseCommand):
    help = (
        "Makes an empty site ready: languages, the site's address, front pages, sections and pages of information,"
        " the rights of the roles, and each page tied to its translation."
        " What stands already is left as it is, so that it can be run again at any time."
    )

    def handle(self, *args, **options):
        home = set_up_site()
        tie_translations()
        self.stdout.write(f"The site stands at {home.full_url}.")
