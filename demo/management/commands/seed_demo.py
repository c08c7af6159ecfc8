"""Load the demo content: again and again, always with the same result."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from cms.management.commands.seed_demo import REFUSAL, REFUSED
from demo.seeding.steps import STEPS


class Command(BaseCommand):
    help = "Load the demo content (places, organisations, people, goods, funds, stories and a believable past)."

    def handle(self, *args, verbosity=1, **options):
        if not settings.DEMO:
            raise CommandError(REFUSAL, returncode=REFUSED)
        bar = tqdm(STEPS, disable=verbosity == 0, bar_format="{desc:<24}{percentage:3.0f}% {elapsed}", leave=False)
        for title, step in bar:
            bar.set_description_str(title)
            started = time.monotonic()
            step()
            if verbosity > 1:
                self.stdout.write(f"{title}: {time.monotonic() - started:.1f} s")
