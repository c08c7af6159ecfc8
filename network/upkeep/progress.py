"""A bar for what takes longer than two seconds, counted in bytes."""

from tqdm import tqdm


def bar(description):
    """`progress(total)` for the actions: returns what hears how many bytes were moved."""

    def begin(total):
        return tqdm(total=total, desc=description, unit="B", unit_scale=True, disable=None, delay=2).update

    return begin
