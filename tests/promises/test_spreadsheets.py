"""Promise 57: no cell of any export is taken for a formula, whoever writes the table."""

import csv
import io
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from oscar.core.compat import UnicodeCSVWriter
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from funding.exports import lines
from network.words.spreadsheets import FORMULA, harmless

pytestmark = [pytest.mark.promise(57), pytest.mark.one_database]

ROOT = Path(__file__).parents[2]
WRITES = re.compile(r"csv\.(?:Dict)?[Ww]riter\(|Workbook\(|UnicodeCSVWriter\(|xlsxwriter|tablib|to_csv\(")
# Where tables are written, and what makes each of them harmless.
KNOWN = {
    "network/words/spreadsheets.py": "harmless, cell by cell",
    "oscar/core/compat.py": "its writerow is wrapped",
    "oscar/apps/dashboard/orders/views.py": "writes through Oscar's writer",
    "oscar/apps/dashboard/reports/reports.py": "writes through Oscar's writer",
    "oscar/apps/dashboard/vouchers/views.py": "closed",
    "django_tables2/export/export.py": "asks for tablib, which is not there",
    "django_tables2/export/views.py": "asks for tablib, which is not there",
    "wagtail/admin/views/mixins.py": "what it makes of values is wrapped",
}
WORDS = st.text(min_size=1).map(lambda text: text.replace("\0", ""))
CELLS = st.lists(st.one_of(WORDS, st.sampled_from([f"{first}1+1" for first in FORMULA])), min_size=1, max_size=4)


def sources():
    """Every module of every installed app, and of our rooms."""
    folders = {Path(config.path) for config in apps.get_app_configs()}
    folders |= {ROOT / room for room in ("network", "funding", "marketplace", "cms")}
    folders |= {Path(import_module(name).__file__).parent for name in ("oscar", "wagtail")}
    return {path for folder in folders for path in folder.rglob("*.py") if not {"tests", "test"} & set(path.parts[-5:])}


def test_every_place_that_writes_a_table_is_known():
    found = set()
    for path in sources():
        if WRITES.search(path.read_text()) and not path.name.startswith("test"):
            inside = ROOT in path.parents and "site-packages" not in path.parts
            found.add(
                str(path.relative_to(ROOT) if inside else Path(*path.parts[path.parts.index("site-packages") + 1 :]))
            )

    assert found == set(KNOWN)
    assert find_spec("tablib") is None


def runs(cell):
    return isinstance(cell, str) and cell.startswith(FORMULA)


def read_csv(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


class Export(SpreadsheetExportMixin):
    """Wagtail's, with columns of ours."""

    list_export = ["first", "second"]

    def get_heading(self, queryset, field):
        return field


@given(CELLS)
@settings(max_examples=40, deadline=None)
def test_no_writer_lets_words_run(cells):
    for cell in cells:
        assert not runs(harmless(cell))
        assert harmless(cell).removeprefix("'") == cell.removeprefix("'")

    ours = "".join(lines([cells]))
    assert not any(runs(cell) for row in read_csv(ours) for cell in row)
    oscars = io.StringIO()
    UnicodeCSVWriter(open_file=oscars).writerow(cells)
    assert not any(runs(cell) for row in read_csv(oscars.getvalue()) for cell in row)

    rows = [{"first": cells[0], "second": [*cells]}]
    wagtails = b"".join(Export().stream_csv([Row(**row) for row in rows])).decode()
    assert not any(runs(cell) for row in read_csv(wagtails) for cell in row)


class Row:
    def __init__(self, first, second):
        self.first, self.second = first, second


@pytest.mark.parametrize("first", FORMULA)
def test_a_workbook_holds_no_formula(first):
    written = io.BytesIO()
    Export().write_xlsx([Row(f"{first}1+1", [f"{first}1"])], written)

    [_head, *rows] = load_workbook(written).active.iter_rows()
    for cell in (cell for row in rows for cell in row):
        assert cell.data_type == "s"
        assert not runs(cell.value)


def test_numbers_and_days_stay_what_they_are_and_a_phone_keeps_its_plus():
    assert [harmless(-5), harmless(None), harmless("+66812345678")] == [-5, None, "'+66812345678"]
