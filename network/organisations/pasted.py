"""A list of members as people paste it from a spreadsheet: read row by row, each fault named by its row and column.

Nothing here writes, and a list costs the same few questions whatever its length.
"""

import csv
import hashlib
import io
import json
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.people.contacts import contact_at, read_contact

from .known import asked_contacts, places_of, tidy
from .pasted_words import COLUMN_OF, NO, YES, Words, folded
from .reach import Reach, parse_reach

MOST_ROWS = 500
LONGEST = 150
COLUMNS = {
    "name": gettext_lazy("Name in Thai"),
    "kind": gettext_lazy("Kind"),
    "district": gettext_lazy("District"),
    "reach": gettext_lazy("Phone, e-mail or LINE"),
    "person_name": gettext_lazy("Who looks after it"),
    "sells": gettext_lazy("Sells"),
}


class UnreadableList(ValidationError):
    """There is nothing to read as a list, or too much of it."""


@dataclass
class Row:
    """One line of the list: what it will be, or what is wrong with it. `number` counts lines as the spreadsheet does."""

    number: int
    cells: dict
    asked: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    is_left_out: bool = False

    @property
    def is_invited(self):
        return not self.faults and not self.is_left_out

    @property
    def name(self):
        return self.cells.get("name", "")

    @property
    def place(self):
        """What makes it the same as another."""
        district = self.asked.get("district")
        return self.name, district and district.pk

    @property
    def reach(self):
        """The phone, e-mail or LINE id as people write it."""
        contact, line_id = self.asked.get("contact"), self.asked.get("line_id")
        return read_contact(contact_at(contact)) if contact else f"LINE {line_id}" if line_id else ""

    def fault(self, column, words):
        """(title of the column, what stands there, what is wrong)"""
        self.faults.append((COLUMNS[column], self.cells.get(column, ""), words))

    def leave_out(self, words):
        self.is_left_out = True
        self.notes.append(words)


@dataclass
class PastedList:
    """What was pasted, judged; `unknown` are columns whose heading says nothing to us, and that were not read."""

    rows: list
    unknown: list

    @property
    def invited(self):
        return [row for row in self.rows if row.is_invited]

    @property
    def left_out(self):
        return [row for row in self.rows if row.is_left_out and not row.faults]

    @property
    def faulty(self):
        return [row for row in self.rows if row.faults]

    @property
    def digest(self):
        """Of exactly what would be written."""
        rows = [{**row.asked, "district": row.asked["district"].pk} for row in self.invited]
        return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def read_list(text):
    """Read and judge a pasted text. Raises UnreadableList."""
    lines = lines_of(text)
    columns, unknown, lines = headed(lines)
    if not lines:
        raise UnreadableList(_("There is no row in it yet."))
    if len(lines) > MOST_ROWS:
        raise UnreadableList(_("At most %(most)d rows at a time.") % {"most": MOST_ROWS})
    words = Words()
    rows = [judged(Row(number, cells_of(columns, cells)), words, len(cells) - len(columns)) for number, cells in lines]
    compare_within(rows)
    compare_with_known(rows)
    return PastedList(rows, unknown)


def lines_of(text):
    """[(line number, cells)] without the empty ones."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    reader = csv.reader(io.StringIO(text), delimiter=delimiter_of(text))
    try:
        lines = [(reader.line_num, [tidy(cell) for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise UnreadableList(_("This cannot be read as a table. Please copy the cells once more.")) from error
    if len(lines) < len(text.rstrip("\n").split("\n")):
        raise UnreadableList(_('A quotation mark (") runs over several rows. Please take it out and paste once more.'))
    return [(number, cells) for number, cells in lines if any(cells)]


def delimiter_of(text):
    """Whatever separates most cells of the first lines: spreadsheets paste tabs, files hold commas or semicolons."""
    head = "\n".join(text.split("\n")[:5])
    return max("\t;,", key=head.count)


def headed(lines):
    """(columns, headings that say nothing, the rows): by the heading if there is one, else in the order of COLUMNS.

    One known word makes no heading: a group may be called “Group”.
    """
    first = [COLUMN_OF.get(folded(cell)) for cell in lines[0][1]] if lines else []
    if "name" not in first or len(set(first) - {None}) < 2:
        return list(COLUMNS), [], lines
    unknown = [cell for cell, column in zip(lines[0][1], first, strict=True) if cell and column is None]
    return first, unknown, lines[1:]


def cells_of(columns, cells):
    """By column; of two under the same heading (phone, and LINE) the first that is filled."""
    found = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and not found.get(column):
            found[column] = cell
    return found


def judged(row, words, too_many):
    for column, judge in JUDGES.items():
        try:
            row.asked |= judge(row.cells.get(column, ""), words)
        except ValidationError as error:
            row.fault(column, " ".join(error.messages))
    if too_many > 0:
        row.fault("sells", _("There are more cells in this row than columns."))
    return row


def judge_name(text, _words):
    if not text:
        raise ValidationError(_("The name is missing."))
    return {"name": short(text)}


def judge_kind(text, words):
    if not text:
        raise ValidationError(_("The kind is missing."))
    return {"kind": words.kind(text)}


def judge_district(text, words):
    if not text:
        raise ValidationError(_("The district is missing."))
    return {"district": words.district(text)}


def judge_reach(text, _words):
    return parse_reach(text)._asdict() if text else Reach()._asdict()


def judge_person(text, _words):
    return {"person_name": short(text)}


def judge_sells(text, _words):
    if folded(text) not in YES | NO:
        raise ValidationError(_("Write yes or no, or leave it empty for yes."))
    return {"sells": folded(text) in YES}


JUDGES = {
    "name": judge_name,
    "kind": judge_kind,
    "district": judge_district,
    "reach": judge_reach,
    "person_name": judge_person,
    "sells": judge_sells,
}


def short(text):
    if len(text) > LONGEST:
        raise ValidationError(_("This is too long: at most %(most)d letters.") % {"most": LONGEST})
    return text


def compare_within(rows):
    """The second of two equal rows is left out; one contact for two is said, for it may be meant."""
    places, contacts = {}, {}
    for row in rows:
        contact = row.asked.get("contact") or row.asked.get("line_id")
        if row.name and row.place in places:
            row.leave_out(_("The same as row %(number)d: left out.") % {"number": places[row.place]})
        elif contact and contact in contacts:
            row.notes.append(_("The same contact as row %(number)d.") % {"number": contacts[contact]})
        places.setdefault(row.place, row.number)
        contacts.setdefault(contact, row.number)


def compare_with_known(rows):
    """Who is in the network already is left out."""
    known = places_of(row.name for row in rows if row.name)
    asked = asked_contacts(row.asked.get("contact") or row.asked.get("line_id") for row in rows)
    for row in rows:
        name, district = row.place
        contact = row.asked.get("contact") or row.asked.get("line_id")
        if district and district in known.get(name, ()):
            row.leave_out(_("A member of this name is in that district already: left out."))
        elif contact in asked:
            name = {"name": asked[contact]}
            row.notes.append(_("An open invitation of %(name)s goes to the same contact.") % name)
