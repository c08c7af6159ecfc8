"""Promise 7: however a whole is divided, its parts sum to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.ledger.apportion import split

WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=30).filter(any)


@pytest.mark.promise(7)
def test_parts_sum_to_the_whole_and_none_strays_by_a_satang(soak):
    @settings(max_examples=10_000 if soak else 1_000, deadline=None, database=None)
    @given(total=st.integers(-(10**15), 10**15), weights=WEIGHTS)
    def divide(total, weights):
        parts = split(total, weights)

        assert sum(parts) == total
        assert len(parts) == len(weights)
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part * sum(weights) - total * weight) < sum(weights)
            assert weight or part == 0

    divide()
