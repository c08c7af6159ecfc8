"""Triggers around migrations."""

from django.db import connections

from . import triggers


def lift_triggers(*, using, plan=(), **kwargs):
    """Only when something will change: a migrate without work must not open the books for a moment."""
    if plan and stands(connections[using]):
        triggers.lift(connections[using])


def install_triggers(*, using, **kwargs):
    if stands(connections[using]):
        triggers.install(connections[using])


def stands(connection):
    """Whether the books are there at all: not before the first migration, nor after the last reversal."""
    with connection.cursor() as cursor:
        return "ledger_foldmark" in connection.introspection.table_names(cursor)
