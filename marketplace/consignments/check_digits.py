"""Check digits of tracking numbers."""

WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def has_s10_check_digit(number):
    """Does a number like EX123456785TH end its nine digits as UPU standard S10 says?"""
    digits = number[2:11]
    if len(number) != 13 or not digits.isascii() or not digits.isdigit():
        return False
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False)) % 11
    return int(digits[8]) == {10: 0, 11: 5}.get(rest, rest)
