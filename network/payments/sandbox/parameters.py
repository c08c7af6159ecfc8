"""Reads Stripe's bracketed form fields and checks them against a declared shape.

A check is a function of (value, name) that returns the clean value or raises a 400 that
names the parameter. Checks compose: `fields(amount=integer(least=1), metadata=metadata())`.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from network.payments.sandbox.errors import invalid_parameter

Check = Callable[[object, str], Any]

KEY_PARTS = re.compile(r"\[([^\[\]]*)\]")
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,15}")
HOST = re.compile(r"[a-z0-9.-]+|[0-9a-f:]+")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def parse(encoded: str) -> dict:
    """`a[b]=1&c[0]=x&d[]=y` becomes `{"a": {"b": "1"}, "c": ["x"], "d": ["y"]}`."""
    tree: dict = {}
    for key, value in parse_qsl(encoded, keep_blank_values=True, errors="strict"):
        head = key.split("[", 1)[0]
        path = [head, *KEY_PARTS.findall(key[len(head) :])]
        _plant(tree, path, value)
    return _lists_from_numbered(tree)


def _plant(tree: dict, path: list[str], value: str) -> None:
    for step in path[:-1]:
        tree = tree.setdefault(step, {})
        if not isinstance(tree, dict):
            raise invalid_parameter(path[0], f"{path[0]} is given both as a value and as a group.")
    last = path[-1] or str(len(tree))
    if isinstance(tree.get(last), dict):
        raise invalid_parameter(path[0], f"{path[0]} is given both as a value and as a group.")
    tree[last] = value


def _lists_from_numbered(node):
    if not isinstance(node, dict):
        return node
    children = {key: _lists_from_numbered(child) for key, child in node.items()}
    if children and all(key.isascii() and key.isdigit() for key in children):
        return [children[key] for key in sorted(children, key=int)]
    return children


def fields(*, required: tuple[str, ...] = (), **checks: Check) -> Check:
    """A group of named parameters; unknown and missing ones are refused by name."""

    def check(value, name):
        if not isinstance(value, dict):
            raise invalid_parameter(name, f"{name} must be a group of parameters.")
        for key in value:
            if key not in checks:
                raise invalid_parameter(
                    _inside(name, key), f"Unknown parameter: {_inside(name, key)}.", code="parameter_unknown"
                )
        for key in required:
            if key not in value:
                raise invalid_parameter(
                    _inside(name, key), f"Missing parameter: {_inside(name, key)}.", code="parameter_missing"
                )
        return {key: checks[key](child, _inside(name, key)) for key, child in value.items()}

    return check


def _inside(name: str, key: str) -> str:
    return f"{name}[{key}]" if name else key


def text(most: int = 5000) -> Check:
    def check(value, name):
        if not isinstance(value, str):
            raise invalid_parameter(name, f"{name} must be a text.")
        if not value:
            raise invalid_parameter(name, f"{name} must not be empty.", code="parameter_invalid_empty")
        if len(value) > most:
            raise invalid_parameter(name, f"{name} must have at most {most} characters.")
        return value

    return check


def integer(*, least: int | None = None, most: int | None = None) -> Check:
    """ASCII digits only: a Thai or Arabic digit is a mistake of the caller's form."""

    def check(value, name):
        if not isinstance(value, str) or not WHOLE_NUMBER.fullmatch(value):
            raise invalid_parameter(name, f"{name} must be a whole number.", code="parameter_invalid_integer")
        number = int(value)
        if (least is not None and number < least) or (most is not None and number > most):
            raise invalid_parameter(
                name, f"{name} must lie between {least} and {most}.", code="parameter_invalid_integer"
            )
        return number

    return check


def choice(*allowed: str) -> Check:
    def check(value, name):
        if value not in allowed:
            raise invalid_parameter(name, f"{name} must be one of {', '.join(allowed)}.")
        return value

    return check


def boolean() -> Check:
    def check(value, name):
        return choice("true", "false")(value, name) == "true"

    return check


def web_address() -> Check:
    def check(value, name):
        value = text(most=5000)(value, name)
        if not is_web_address(value):
            raise invalid_parameter(name, f"{name} is not a web address.", code="url_invalid")
        return value

    return check


def is_web_address(value: str) -> bool:
    """http or https, a plain host, and nothing that would break a header line."""
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:
        return False
    return known and bool(HOST.fullmatch(parts.hostname or "")) and value.isprintable() and " " not in value


def email() -> Check:
    def check(value, name):
        if not is_email(value):
            raise invalid_parameter(name, f"{name} is not an e-mail address.", code="email_invalid")
        return value

    return check


def is_email(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 512 and bool(EMAIL.fullmatch(value))


def metadata() -> Check:
    """At most 50 keys of 40 characters, values of 500; an empty value removes its key."""

    def check(value, name):
        if value == "":
            return {}
        if not isinstance(value, dict) or len(value) > 50:
            raise invalid_parameter(name, f"{name} must be a group of at most 50 keys.")
        for key, item in value.items():
            if not isinstance(item, str) or len(key) > 40 or len(item) > 500:
                raise invalid_parameter(f"{name}[{key}]", f"{name}[{key}] is too long or not a text.")
        return {key: item for key, item in value.items() if item}

    return check


def list_of(item: Check, *, most: int = 100) -> Check:
    def check(value, name):
        if not isinstance(value, list) or not 0 < len(value) <= most:
            raise invalid_parameter(name, f"{name} must be a list of 1 to {most} items.")
        return [item(child, f"{name}[{place}]") for place, child in enumerate(value)]

    return check


def moment_or_range() -> Check:
    """A Unix time, or a group of gt, gte, lt, lte; returned as (operator, time) pairs."""
    signs = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}

    def check(value, name):
        if not isinstance(value, dict):
            return [("=", integer()(value, name))]
        bounds = fields(required=(), **dict.fromkeys(signs, integer()))(value, name)
        return [(signs[sign], moment) for sign, moment in bounds.items()]

    return check


def expand() -> Check:
    """The properties to inline; each may reach four levels deep."""
    paths = list_of(text(most=200), most=20)

    def check(value, name):
        for path in paths(value, name):
            if path.removeprefix("data.").count(".") > 3:
                raise invalid_parameter(name, f"{path} reaches more than four levels deep.")
        return paths(value, name)

    return check
