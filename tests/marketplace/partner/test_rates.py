from datetime import date
from decimal import Decimal

import pytest

from marketplace.partner.rates import about, price_hints, record_rate

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("amount", "hint"),
    [
        ("58.34", "58"),
        ("4.27", "4.3"),
        ("1284", "1300"),
        ("0.087", "0.09"),
        ("9.96", "10"),
        ("99.6", "100"),
        ("0", "0"),
    ],
)
def test_a_hint_has_two_figures(amount, hint):
    assert f"{about(Decimal(amount)):f}" == hint


@pytest.mark.django_db
def test_hints_come_in_the_travellers_order_from_the_newest_rates():
    record_rate("USD", day=TODAY, baht=Decimal("33.4"), source="test")
    record_rate("MYR", day=date(2026, 11, 20), baht=Decimal("9"), source="test")
    record_rate("MYR", day=date(2026, 11, 21), baht=Decimal("7.62"), source="test")
    assert [(hint.text, hint.day) for hint in price_hints(350_00, today=TODAY)] == [
        ("RM 46", date(2026, 11, 21)),
        ("US$ 10", TODAY),
    ]


@pytest.mark.django_db
def test_a_rate_is_believed_for_seven_days():
    record_rate("MYR", day=date(2026, 11, 15), baht=Decimal("7.62"), source="test")
    assert len(price_hints(350_00, today=TODAY)) == 1
    assert price_hints(350_00, today=date(2026, 11, 23)) == []


@pytest.mark.django_db
def test_a_rate_may_be_corrected():
    record_rate("MYR", day=TODAY, baht=Decimal("76.2"), source="slip of the pen")
    record_rate("MYR", day=TODAY, baht=Decimal("7.62"), source="test")
    assert [hint.text for hint in price_hints(350_00, today=TODAY)] == ["RM 46"]
