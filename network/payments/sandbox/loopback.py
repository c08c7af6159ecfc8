"""The sandbox speaks with this machine only."""

from urllib.parse import urlsplit

NAMES = {"127.0.0.1", "::1", "localhost"}


def host_of(authority: str) -> str:
    """`localhost:8000` and `[::1]:8000` without their ports; "" when it makes no sense."""
    try:
        return urlsplit(f"//{authority}").hostname or ""
    except ValueError:
        return ""


def is_local_address(address: object) -> bool:
    """Whether it is an http address on this machine."""
    if not isinstance(address, str) or not address.isascii() or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and parts.hostname in NAMES and parts.port != 0
    except ValueError:
        return False
