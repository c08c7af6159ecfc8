"""The money-split bar: three parts that always sum to the price."""

from hypothesis import given
from hypothesis import strategies as st

from marketplace.catalogue.split import split_price


def test_of_350_baht_280_are_the_makers():
    split = split_price(350_00, network_bp=1000, fund_bp=1000, fund_ref="fund:k3f9")
    assert (split.maker, split.fund, split.network) == (280_00, 35_00, 35_00)


def test_a_satang_that_cannot_be_divided_is_the_makers():
    split = split_price(1, network_bp=1000)
    assert (split.maker, split.fund, split.network) == (1, 0, 0)


def test_without_a_fund_it_gets_nothing():
    split = split_price(999_99, network_bp=1000)
    assert (split.maker, split.fund, split.network) == (899_99, 0, 100_00)


@given(st.integers(0, 100_000_000), st.integers(0, 5000), st.integers(0, 5000))
def test_the_parts_sum_to_the_price_to_the_satang(satang, network_bp, fund_bp):
    split = split_price(satang, network_bp=network_bp, fund_bp=fund_bp)
    assert split.total == satang
    assert min(split.maker, split.fund, split.network) >= 0
    assert abs(split.network * 10_000 - satang * network_bp) < 10_000
