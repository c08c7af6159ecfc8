"""Order numbers: our own sequence with a check digit, so that a mistyped number is noticed before anybody searches."""

from marketplace.order.models import OrderNumber

FIRST = 100_000


def next_number(at):
    """Takes no lock: orders do not queue for it. A number whose order fails is lost."""
    return with_check_digit(FIRST + OrderNumber.objects.create(taken_at=at).pk)


def with_check_digit(serial):
    """Luhn's, as on payment cards: it catches every wrong digit and most swapped ones."""
    return f"{serial}{-luhn(serial * 10) % 10}"


def is_order_number(text):
    return text.isascii() and text.isdigit() and luhn(int(text)) % 10 == 0


def luhn(number):
    digits = [int(digit) for digit in reversed(str(number))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return sum(digits[::2]) + sum(doubled)
