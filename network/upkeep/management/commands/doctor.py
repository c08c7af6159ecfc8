"""Say in plain words what is wrong with this site, and how to mend it."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _

from network.upkeep.examination import examine
from network.upkeep.signs import State

MARKS = {State.WELL: "✓", State.WORRY: "!", State.ILL: "✗"}
CODES = {State.WELL: 0, State.WORRY: 1, State.ILL: 2}


class Command(BaseCommand):
    help = "Say what is wrong and how to mend it. Exit code 0: all is well; 1: something wants attention; 2: urgent."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--language",
            choices=settings.LANGUAGES_OFFERED,
            default=settings.LANGUAGE_CODE,
            help="default: %(default)s",
        )

    def handle(self, *, language, **options):
        with translation.override(language):
            worst = max((self.tell(sign) for sign in examine()), default=0)
            self.stdout.write([_("All is well."), _("Something wants attention."), _("This is urgent.")][worst])
        if worst:
            raise SystemExit(worst)

    def tell(self, sign):
        style = {State.WELL: self.style.SUCCESS, State.WORRY: self.style.WARNING, State.ILL: self.style.ERROR}
        self.stdout.write(style[sign.state](f"{MARKS[sign.state]} {sign.name}"))
        for line in sign.words.splitlines():
            self.stdout.write(f"    {line}")
        for line in sign.mend.splitlines():
            self.stdout.write(f"    → {line}")
        return CODES[sign.state]
