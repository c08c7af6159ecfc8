import pytest

from marketplace.partner.vat import vat_contained


def test_nobody_pays_vat_to_a_seller_who_is_not_registered():
    assert vat_contained(10700, registered=False) == 0


@pytest.mark.parametrize(
    ("satang", "vat"),
    [(10700, 700), (10000, 654), (69000, 4514), (1, 0), (8, 1), (100_000_000, 6542056), (0, 0)],
)
def test_seven_of_107_rounded_half_up(satang, vat):
    assert vat_contained(satang, registered=True) == vat


def test_one_sum_is_rounded_once():
    """Three pieces at 99.99 hold 19.62 baht of VAT; rounding each piece would make it 19.62 or 19.63 by chance."""
    assert vat_contained(3 * 9999, registered=True) == 1962
    assert sum(vat_contained(9999, registered=True) for _ in range(3)) == 1962
    assert vat_contained(7 * 50, registered=True) == 23
    assert sum(vat_contained(50, registered=True) for _ in range(7)) == 21
