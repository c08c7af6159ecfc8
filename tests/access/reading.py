"""What our views and forms read out of a request, found in the source: names that may lead to a thing."""

import ast
import importlib
import re
from pathlib import Path

from django import forms

ROOT = Path(__file__).parents[2]
ROOMS = ("network", "funding", "marketplace", "cms")
SENT = {"POST", "GET"}
FORM = re.compile(r"^class \w+\(.*Form\b", re.MULTILINE)
FETCHES = {"get", "getlist", "pop"}


def sources():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts and "sandbox" not in path.parts:
                yield path


def names_read():
    """{name: the files that read it}; what is computed goes by its own words."""
    found = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if (name := name_in(node)) is not None:
                found.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    return found


def name_in(node):
    """What this expression reads of `request.POST` or `request.GET`: `.get("x")`, `["x"]`, `"x" in …`; else None."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=sent), attr=fetch), args=[key, *_]):
            return key_of(key) if sent in SENT and fetch in FETCHES else None
        case ast.Subscript(value=ast.Attribute(attr=sent), slice=key):
            return key_of(key) if sent in SENT else None
        case ast.Compare(left=key, ops=[ast.In() | ast.NotIn()], comparators=[ast.Attribute(attr=sent)]):
            return key_of(key) if sent in SENT else None
    return None


def key_of(node):
    return node.value if isinstance(node, ast.Constant) else f"<{ast.unparse(node)}>"


def our_forms():
    """Every form class of ours, also of those that a library loads when it needs one."""
    for path in sources():
        if FORM.search(path.read_text()):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return [form for form in kinds_of(forms.BaseForm) if form.__module__.partition(".")[0] in ROOMS]


def kinds_of(form):
    for kind in form.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def fields_of_forms():
    """{name of a field: the forms that have it}"""
    found = {}
    for form in our_forms():
        for name in getattr(form, "base_fields", {}):
            found.setdefault(name, set()).add(form.__name__)
    return found
