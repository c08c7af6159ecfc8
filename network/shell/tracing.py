"""One name for everything that a request brings about: its log lines, its promises, their log lines."""

import re
import secrets
from contextlib import contextmanager
from contextvars import ContextVar

# Hexadecimal and long: what a proxy hands on can be no phone number and no word.
FORM = re.compile(r"[0-9a-f][0-9a-f-]{15,63}")

_current = ContextVar("request_id", default="")


def request_id():
    """The name of the request that this thread works for, also in a worker much later; "" if it is none."""
    return _current.get()


def new_request_id():
    return secrets.token_hex(8)


def is_request_id(text):
    return FORM.fullmatch(text) is not None


@contextmanager
def traced(name):
    """Whatever is logged or promised meanwhile bears this name."""
    token = _current.set(name)
    try:
        yield
    finally:
        _current.reset(token)
