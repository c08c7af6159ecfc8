import io

import pytest
from oscar.core.compat import UnicodeCSVWriter

from marketplace.dashboard.guard import harmless


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", '=HYPERLINK("http://evil.example")']
)
def test_a_cell_that_looks_like_a_formula_is_only_text(cell):
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["ผ้าทอ", "-12.50", "+66812345678", 12, "", "a=b", "koyo@example.org"])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


def test_oscars_own_writer_writes_no_formula():
    file = io.StringIO()
    UnicodeCSVWriter(open_file=file).writerow(["A-1", "=1+1"])
    assert file.getvalue() == "A-1,'=1+1\r\n"
