"""The demo's mailbox shows every code: it must never stand where strangers can reach it."""

from django.conf import settings
from django.core.checks import Error, register

LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "testserver"}


@register()
def demo_stays_on_this_machine(app_configs, **kwargs):
    if settings.DEMO and (strangers := set(settings.ALLOWED_HOSTS) - LOOPBACK):
        return [
            Error(
                f"DEMO is on, yet the site answers to {', '.join(sorted(strangers))}.",
                hint="DEMO shows every message and sign-in code. Set DEMO = False, or keep to loopback names.",
                id="people.E001",
            )
        ]
    return []
