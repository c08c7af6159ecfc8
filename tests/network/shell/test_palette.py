"""Every colour reads on its ground, by day and in the evening: WCAG 2.2 AA."""

import pytest

from network.shell.palette import PAIRS, contrast, contrasts, palette

PUBLISHED = [
    ("ink-900", "sand-0", 16.5),
    ("ink-500", "sand-50", 5.7),
    ("lake-600", "sand-0", 6.2),
    ("clay-600", "sand-50", 5.2),
    ("lake-700", "lake-50", 7.7),
]


@pytest.mark.parametrize(("ink", "ground", "expected"), PUBLISHED)
def test_the_measure_agrees_with_published_figures(ink, ground, expected):
    colours = palette()
    assert round(contrast(colours[ink], colours[ground]), 1) == expected


def test_black_on_white_is_21_and_a_colour_on_itself_is_1():
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#0f6b68", "#0f6b68") == 1


@pytest.mark.parametrize("dark", [False, True], ids=["day", "evening"])
def test_every_pair_of_the_design_reads_well(dark):
    table = contrasts(dark)
    assert len(table) == len(PAIRS)
    assert [row for row in table if row[2] < row[3]] == []


def test_the_evening_changes_meanings_and_never_the_palette_itself():
    day, evening = palette(), palette(dark=True)
    assert day["page"] != evening["page"]
    assert day["lake-600"] == evening["lake-600"]
