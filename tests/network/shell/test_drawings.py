"""Drawings that depend on data: shares always fill the bar, water never overflows."""

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.shell.geometry import HEADROOM, level, percent, segments


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_shares_lie_side_by_side(amounts):
    shares = segments([{"label": str(number), "satang": satang} for number, satang in enumerate(amounts)])
    for left, right in zip(shares, shares[1:], strict=False):
        assert abs(left.x + left.width - right.x) <= 0.011
    assert [share.satang for share in shares] == amounts


def test_nothing_to_share_draws_nothing():
    assert [share.width for share in segments([{"label": "a", "satang": 0}])] == [0]
    assert segments([]) == []


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_water_stays_in_its_basin(satang, top):
    assert HEADROOM <= level(satang, top) <= 100


@pytest.mark.parametrize(("raised", "goal", "expected"), [(0, 100, 0), (999, 1000, 99), (1500, 1000, 150), (5, 0, 0)])
def test_almost_full_is_not_yet_full(raised, goal, expected):
    assert percent(raised, goal) == expected


def test_a_fund_says_its_money_in_words_too():
    with override("en"):
        page = Template("{% load shell %}{% water 18600000 minimum=12000000 optimum=30000000 backers=1 %}").render(
            Context()
        )
    assert 'aria-label="The fund is 62% full"' in page
    assert "Minimum THB 120,000" in page
    assert "Goal THB 300,000" in page
    assert "1 supporter<" in page.replace("\n", "")


def test_a_fund_without_a_goal_just_says_what_it_has():
    with override("en"):
        page = Template("{% load shell %}{% water 2400000 %}").render(Context())
    assert "THB 24,000" in page
    assert "Goal" not in page
