import pytest

from network.ledger.apportion import split


def test_the_rest_goes_to_those_who_lost_most():
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(10_01, [70, 25, 5]) == [7_01, 2_50, 50]
    assert split(0, [3, 4]) == [0, 0]
    assert split(5, [0, 1]) == [0, 5]


def test_a_debt_is_divided_like_a_gift():
    assert split(-100, [1, 1, 1]) == [-33, -33, -34]


@pytest.mark.parametrize(("total", "weights"), [(1, []), (1, [0]), (1, [2, -1])])
def test_something_must_carry_weight(total, weights):
    with pytest.raises(ValueError, match="Weights"):
        split(total, weights)


@pytest.mark.parametrize(("total", "weights"), [(1.0, [1]), (1, [0.5, 0.5]), (True, [1])])
def test_only_whole_numbers(total, weights):
    with pytest.raises(TypeError):
        split(total, weights)
