"""Read the books again and say what is wrong with them."""

import os

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from network.ledger.audit import audit
from network.ledger.export import heads
from network.ledger.models import FoldMark


class Command(BaseCommand):
    help = "Check the triggers, every invariant and every chain. Exit code 0: sound; 1: something is wrong, and named."

    def add_arguments(self, parser):
        parser.add_argument("--head", action="store_true", help="only print the newest seal of every book")
        parser.add_argument("--since-checkpoint", action="store_true", help="only what came since the last whole check")
        parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that read the chains")

    def handle(self, *, head, since_checkpoint, jobs, **options):
        if head:
            for book, position, digest in heads():
                self.stdout.write(f"{book} {position}:{digest}")
            return
        faults = audit(partial=since_checkpoint, jobs=jobs, progress=bar)
        for fault in faults:
            self.stderr.write(self.style.ERROR(fault))
        if faults:
            raise CommandError(f"The books are not sound: {len(faults)} faults.", returncode=1)
        sealed = FoldMark.objects.values_list("sealed_entry", flat=True).first() or 0
        self.stdout.write(self.style.SUCCESS(f"The books are sound up to entry {sealed}."))


def bar(work, total):
    return tqdm(work, total=total, desc="chains", unit="range", disable=None, delay=2)
