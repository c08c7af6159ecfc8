from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from cms.actions.set_up_site import set_up_site
from cms.actions.translations import tie_translations
from cms.actions.whose_site import LONGEST, SiteRefused, province_name, told_anew
from network.organisations.actions import appoint_first_admin
from network.people.contacts import parse_email
from network.shell.identity import identity

EXAMPLE = (
    'Example: manage.py setup_site --province 93 --name "เมืองลุงยิ้ม" --name-en "Muang Lung" --admin-email you@example.org'
)


class Command(BaseCommand):
    help = (
        "Makes an empty site ready: whose it is, its districts, languages and address, front pages, sections and pages"
        " of information, the first shelves and dimensions, the rights of the roles, the first administrator."
        " What stands already is left as it is, so that it can be run again at any time. " + EXAMPLE
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--province",
            help="the two digits of the province (93 is Phatthalung); an unknown one gets the list",
        )
        parser.add_argument(
            "--name", "--name-th", dest="name", help=f"what the site is called; {LONGEST['site']} letters at most"
        )
        parser.add_argument("--name-en", help="the same in English (default: as --name)")
        parser.add_argument(
            "--network", "--network-th", dest="network", help="the network that runs it (default: by its province)"
        )
        parser.add_argument("--network-en", help="the same in English (default: as --network)")
        parser.add_argument("--admin-email", help="the first administrator: a link that signs her in is printed")

    def handle(self, *, province, name, name_en, network, network_en, admin_email, **options):
        faults, email, told = [], None, None
        try:
            told = told_anew(identity(), province=province, site=(name, name_en), network=(network, network_en))
        except SiteRefused as refused:
            faults += refused.faults
        try:
            email = parse_email(admin_email) if admin_email is not None else None
        except ValidationError:
            faults.append(f"{admin_email!r} is no e-mail address.")
        if faults:
            raise CommandError("Nothing was changed.\n" + "\n".join(faults))
        self.set_up(told, email)

    def set_up(self, told, email):
        try:
            with transaction.atomic():
                admin = email and appoint_first_admin(email)
                home = set_up_site(told)
        except OSError as error:
            raise CommandError(f"Nothing was changed: what the site is called could not be written. {error}") from error
        tie_translations()
        self.stdout.write(f"The site stands at {home.full_url}: {told.site['th']}, {told.network['th']}.")
        if told.province:
            self.stdout.write(f"Province: {province_name(told.province)}.")
        else:
            self.stdout.write(self.style.WARNING("It has no province yet: run setup_site --province with its code."))
        if admin:
            self.greet(*admin)
        self.stdout.write("What it still lacks: python manage.py doctor --language en")

    def greet(self, person, token):
        with override(person.language):
            path = reverse("people:pass", args=[token])
        self.stdout.write(
            f"{person.email} is an administrator. This link signs in once, within a quarter of an hour:\n"
            f"  {settings.SITE_URL.rstrip('/')}{path}?next=/desk/"
        )
