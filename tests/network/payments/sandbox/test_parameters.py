from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from network.payments.sandbox.balance import fee_for, in_baht
from network.payments.sandbox.errors import StripeError
from network.payments.sandbox.parameters import parse


@pytest.mark.parametrize(
    ("encoded", "tree"),
    [
        ("", {}),
        ("a=1&b[c]=2", {"a": "1", "b": {"c": "2"}}),
        ("x[0]=p&x[1]=q", {"x": ["p", "q"]}),
        ("x[]=p&x[]=q", {"x": ["p", "q"]}),
        ("l[0][price][amount]=5&l[0][n]=1", {"l": [{"price": {"amount": "5"}, "n": "1"}]}),
        ("name=%E0%B8%81&empty=", {"name": "ก", "empty": ""}),
    ],
)
def test_bracketed_fields_become_groups_and_lists(encoded, tree):
    assert parse(encoded) == tree


@given(some.text(alphabet="ab[]=&%0f1ก", max_size=40))
def test_no_text_breaks_the_reader(encoded):
    with suppress(StripeError, UnicodeDecodeError):  # a refusal is an answer; anything else is not
        assert isinstance(parse(encoded), dict | list)


@pytest.mark.parametrize(
    ("method", "amount", "fee"),
    [
        ("card", 1000_00, 46_50),
        ("card", 10_00, 10_37),  # 36.5 satang, rounded up, and 10 baht
        ("card", 1, 10_01),
        ("promptpay", 1000_00, 16_50),
        ("promptpay", 10_01, 17),  # 16.5165 satang, rounded up
    ],
)
def test_fees_are_whole_satang_rounded_up(method, amount, fee):
    assert fee_for(method, amount) == fee


@given(some.integers(min_value=1, max_value=999_999_99), some.sampled_from(["card", "promptpay"]))
def test_a_fee_is_the_exact_one_or_less_than_a_satang_above(amount, method):
    rate, fixed = {"card": (365, 10_00), "promptpay": (165, 0)}[method]

    assert 0 <= (fee_for(method, amount) - fixed) * 10_000 - amount * rate < 10_000


def test_baht_are_written_with_groups():
    assert in_baht(1234567_05) == "1,234,567.05"
