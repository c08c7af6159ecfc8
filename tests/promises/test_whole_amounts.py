"""Promise 3: money is whole minor units; no float, no true division, no rounding in its paths."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).parent.parent.parent
PATHS = ["network/ledger", "network/payments", "network/capacity", "funding", "marketplace"]
# Where a float says a time, and a time is no money.
TIMES = ("wait", "pause", "timeout", "seconds", "interval", "delay", "timedelta", "sleep")
# What is measured, not counted: pixels and grams.
MEASURES = ("width", "height", "weight", "grams")
EXCEPTIONS = {
    "marketplace/catalogue/models/fees.py": ["/"],  # a rate as a percentage, for staff to read
    "marketplace/partner/rates.py": ["/"],  # hints in other currencies: Decimals throughout
    "network/payments/gateways/stripe_client.py": ["3.0", "9.0", "9.5", "0.5"],  # seconds
}


def sources():
    return [
        path
        for top in PATHS
        for path in sorted((ROOT / top).rglob("*.py"))
        if "migrations" not in path.parts and "sandbox" not in path.parts
    ]


class Floats(ast.NodeVisitor):
    """Collects what could make a float of an amount; times, measures and paths are none."""

    def __init__(self):
        self.found = []

    def visit_Assign(self, node):
        if not speaks_of(TIMES, *node.targets):
            self.generic_visit(node)

    def visit_keyword(self, node):
        if not any(word in (node.arg or "") for word in TIMES):
            self.generic_visit(node)

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name) and node.func.id in ("float", "round") and not speaks_of(MEASURES, node):
            self.found.append((node.lineno, node.func.id))
        if isinstance(node.func, ast.Attribute) and node.func.attr == "FloatField":
            self.found.append((node.lineno, "FloatField"))
        if not speaks_of(TIMES, node.func):
            self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, float):
            self.found.append((node.lineno, str(node.value)))

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.Div) and not (is_exact(node) or speaks_of(MEASURES, node)):
            self.found.append((node.lineno, "/"))
        self.generic_visit(node)


def speaks_of(words, *nodes):
    return any(word in ast.unparse(node).lower() for node in nodes for word in words)


def is_exact(node):
    """A path, or a division of a Decimal: one part of it is a string or a call of Decimal."""
    if isinstance(node, ast.BinOp):
        return is_exact(node.left) or is_exact(node.right)
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) == "Decimal"
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def floats_in(text):
    visitor = Floats()
    visitor.visit(ast.parse(text))
    return visitor.found


@pytest.mark.promise(3)
@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_float_in_a_money_path(path):
    excepted = EXCEPTIONS.get(str(path.relative_to(ROOT)), [])
    assert [slip for slip in floats_in(path.read_text()) if slip[1] not in excepted] == []


@pytest.mark.promise(3)
@pytest.mark.parametrize(
    "slip",
    ["fee = amount * 0.05", "half = amount / 2", "x = float(a)", "x = round(a)", "a = models.FloatField()", "f(1.5)"],
)
def test_the_lint_sees_a_slip(slip):
    assert len(floats_in(slip)) == 1


@pytest.mark.promise(3)
@pytest.mark.parametrize(
    "fine",
    [
        "WAIT = 5.0",
        "post(timeout=(3, 10.5))",
        "p = root / 'a' / name",
        "half = amount // 2",
        "p = Decimal(satang) / 100",
    ],
)
def test_the_lint_leaves_times_and_paths_alone(fine):
    assert floats_in(fine) == []


MONEY_ROOMS = ("network.ledger", "network.payments", "network.capacity", "funding", "marketplace.consignments")


@pytest.mark.promise(3)
def test_no_column_of_a_money_room_is_a_float_or_a_fraction():
    ours = [model for model in apps.get_models() if model.__module__.startswith(MONEY_ROOMS)]
    columns = [field for model in ours for field in model._meta.concrete_fields]

    assert len(columns) > 100
    assert [str(field) for field in columns if isinstance(field, (models.FloatField, models.DecimalField))] == []
    amounts = [field for field in columns if field.name in ("amount", "refunded", "received", "fee", "total")]
    assert len(amounts) >= 8
    assert [str(field) for field in amounts if not isinstance(field, models.BigIntegerField)] == []
