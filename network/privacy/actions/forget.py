"""Emptying the rows of a person: what the registry says of each field, and nothing else."""

from dataclasses import dataclass, field

from network.clock import now
from network.people.personal_data_registry import refs_of, registry

AT_ONCE = 500


@dataclass
class Forgotten:
    """What an erasure leaves to do and to remember: files by where they lie, refs of her things, rows that stay."""

    refs: list[str]
    files: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, list[int]] = field(default_factory=dict)


def forget(subject):
    """Empty, delete or keep every row of this person, as declared; inside the caller's transaction.

    All rows are found before the first is touched: what leads from one to the next is emptied on the way.
    """
    at = now()
    forgotten = Forgotten(refs_of(subject))
    found = [(holding, list(holding.rows_of(subject).values_list("pk", flat=True))) for holding in registry.holdings]
    for eraser in registry.erasers:
        eraser(subject, forgotten.refs)
    for holding, keys in found:
        for start in range(0, len(keys), AT_ONCE):
            forget_rows(holding, keys[start : start + AT_ONCE], at, forgotten)
    return forgotten


def forget_rows(holding, keys, at, forgotten):
    rows = holding.model_class._base_manager.filter(pk__in=keys)
    if holding.goes:
        note_files(holding, rows, holding.files, forgotten)
        rows.delete()
        return
    due = {name: fate for name, fate in holding.fields.items() if not (fate.stays or fate.is_kept_for_a_while)}
    write_over(holding, rows, due, forgotten)
    for name, fate in holding.fields.items():
        if fate.is_kept_for_a_while:
            forget_if_over(holding, name, keys, at, forgotten)


def forget_if_over(holding, name, keys, at, forgotten):
    """Write over what the law no longer asks for, and note the rows in which it still stands."""
    fate = holding.fields[name]
    rows = holding.model_class._base_manager.filter(pk__in=keys)
    over = rows.filter(**{f"{fate.since}__lt": at - fate.lasts})
    gone = set(over.values_list("pk", flat=True))
    write_over(holding, rows.filter(pk__in=gone), {name: fate}, forgotten)
    stay = [key for key in keys if key not in gone]
    if stay:
        forgotten.kept.setdefault(f"{holding.model}.{name}", []).extend(stay)


def write_over(holding, rows, fates, forgotten):
    note_files(holding, rows, [name for name in holding.files if name in fates], forgotten)
    same = {name: fate.value for name, fate in fates.items() if not callable(fate.value)}
    drawn = {name: fate.value for name, fate in fates.items() if callable(fate.value)}
    keys = list(rows.values_list("pk", flat=True))
    rows = holding.model_class._base_manager.filter(pk__in=keys)
    if same:
        rows.update(**same)
    for key in keys if drawn else []:
        rows.filter(pk=key).update(**{name: draw() for name, draw in drawn.items()})


def note_files(holding, rows, names, forgotten):
    """Files leave the disk after the transaction: a row that names none is lost to nobody, a lost file would be."""
    for name in names:
        stored = [one for one in rows.values_list(name, flat=True) if one]
        if stored:
            forgotten.files.setdefault(f"{holding.model}.{name}", []).extend(stored)
