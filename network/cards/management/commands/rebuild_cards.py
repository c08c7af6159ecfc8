"""Write every card anew from its source."""

from itertools import islice

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from network.cards.actions import remove_cards, write_cards
from network.cards.facets import recount_facets
from network.cards.models import Card
from network.cards.registry import registered_kinds

AT_ONCE = 100  # refs a transaction: other writers wait no longer than for these


class Command(BaseCommand):
    help = (
        "Writes every card anew from its source, after a change of builders or of the search's dictionary. A card keeps"
        " its primary key; cards whose source is gone are removed, and the numbers of the filters are counted anew."
    )

    def add_arguments(self, parser):
        names = sorted(kind.name for kind in registered_kinds())
        parser.add_argument("kinds", nargs="*", metavar="kind", help=f"only these kinds, of: {', '.join(names)}")

    def handle(self, *args, kinds, **options):
        known = {kind.name: kind for kind in registered_kinds()}
        if unknown := set(kinds) - known.keys():
            raise CommandError(f"No such kind: {', '.join(sorted(unknown))}.")
        refs = [ref for name in kinds or known for ref in known[name].refs()]
        written = write_all(refs, quiet=options["verbosity"] == 0)
        removed = remove_orphans(kinds, set(refs))
        wrong = recount_facets()
        self.stdout.write(f"{written} cards written, {removed} without a source removed, {wrong} numbers put right.")


def write_all(refs, *, quiet):
    """The number of cards written; the progress shows after two seconds, on a terminal only."""
    written, left = 0, iter(tqdm(refs, unit="ref", delay=2, disable=quiet or None))
    while batch := list(islice(left, AT_ONCE)):
        with transaction.atomic():
            written += sum(write_cards(ref) for ref in batch)
    return written


def remove_orphans(kinds, refs):
    """The number of cards removed whose source is gone, or whose kind nobody describes any more."""
    cards = Card.objects.filter(kind__in=kinds) if kinds else Card.objects.all()
    orphans = [pk for pk, ref in cards.values_list("pk", "ref") if ref not in refs]
    for start in range(0, len(orphans), AT_ONCE):
        remove_cards(orphans[start : start + AT_ONCE])
    return len(orphans)
