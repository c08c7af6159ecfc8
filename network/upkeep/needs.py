"""What a site lacks before the first thing can be sold on it, beyond its machine. Rooms register from their `needs` module."""

from collections.abc import Callable

from .signs import Sign

needs: list[Callable[[], Sign]] = []


def register_need(look):
    """`look()` answers with a Sign as the doctor shows it; decorates the function."""
    needs.append(look)
    return look
