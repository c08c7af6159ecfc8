"""What sellers are owed, explained to the satang."""

import pytest

from marketplace.consignments.actions import cancel_by_buyer
from marketplace.owed.statement import owed_to, statement_of
from tests.marketplace.buying import create_goods, create_order
from tests.marketplace.consignments.test_paying import pay
from tests.marketplace.factories import create_organisation

pytestmark = pytest.mark.django_db


def test_a_statement_ends_with_what_is_owed(holder):
    [scarf] = create_goods()
    first, second = (pay(create_order(scarf)) for _ in range(2))
    cancel_by_buyer(second.consignments.get())
    organisation = scarf.owner.organisation

    before, rows = statement_of(organisation)

    share = 690_00 - 69_00 + 35_00
    assert [(row.kind, row.amount, row.balance) for row in rows] == [
        ("sale", share, share),
        ("sale", share, 2 * share),
        ("sale undone", -share, share),
    ]
    assert before == 0
    assert rows[0].key == f"{first.consignments.get().ref}:sale"
    assert [(row.gross, row.fee) for row in rows] == [(725_00, 69_00), (725_00, 69_00), (-725_00, -69_00)]
    assert (owed_to(organisation).balance, owed_to(organisation).to_recover) == (share, 0)


def test_who_has_sold_nothing_is_owed_nothing(db):
    organisation = create_organisation()

    assert statement_of(organisation) == (0, [])
    assert owed_to(organisation).balance == 0
