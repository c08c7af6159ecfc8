"""The demo's mailbox shows every code, and the stand-in for LINE believes everybody: neither may stand among strangers."""

from django.conf import settings
from django.core.checks import Error, register

from . import line

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


@register()
def line_is_line(app_configs, **kwargs):
    keys = [key for key in (settings.LINE_CHANNEL_ID, settings.LINE_PUSH_TOKEN) if key]
    if settings.LINE_API_BASE and not line.is_test(*keys):
        return [
            Error(
                "LINE_API_BASE is set, and so are keys of the real LINE: it is not obeyed.",
                hint="Remove LINE_API_BASE, or use keys that begin with test-",
                id="people.E002",
            )
        ]
    return []
