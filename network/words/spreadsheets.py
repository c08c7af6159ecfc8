"""Tables that people open in a spreadsheet: no cell may be taken for a formula."""

import csv
import io
from datetime import date, time
from decimal import Decimal
from functools import wraps

FORMULA = ("=", "+", "-", "@", "\t", "\r")
AS_THEY_ARE = (bool, int, float, Decimal, date, time, type(None))


def harmless(cell):
    """Words that a spreadsheet would run as a formula get an apostrophe before them; numbers and days stay what they are.

    A phone number as +66… is words too: left bare it would lose its plus.
    """
    if isinstance(cell, AS_THEY_ARE):
        return cell
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_line(cells):
    """One line of CSV."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow([harmless(cell) for cell in cells])
    return buffer.getvalue()


def write_harmless_row(write_row):
    """Wraps the writerow of a library's own CSV writer."""

    @wraps(write_row)
    def writerow(self, row):
        return write_row(self, [harmless(cell) for cell in row])

    return writerow


def preprocess_harmless(preprocess):
    """Wraps what a library makes of a value before it goes into a cell."""

    @wraps(preprocess)
    def preprocessed(self, *args, **kwargs):
        return harmless(preprocess(self, *args, **kwargs))

    return preprocessed
