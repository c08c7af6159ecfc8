"""`manage.py check --database default` names the triggers that are missing."""

from django.core.checks import Warning as CheckWarning
from django.db import connections

from . import triggers
from .migrating import stands


def triggers_stand(app_configs, databases=None, **kwargs):
    """A warning, not an error: `migrate` runs the checks first, and it is the cure."""
    return [
        CheckWarning(
            f"The ledger's trigger {name} is missing or altered in the database {alias}.",
            hint="Run migrate: it installs them anew.",
            id="ledger.W001",
        )
        for alias in databases or ()
        if stands(connections[alias])
        for name in triggers.missing(connections[alias])
    ]
