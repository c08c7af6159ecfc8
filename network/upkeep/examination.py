"""What the doctor looks at beyond the signs that readyz asks for: set-up, tools, backups, the books."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.checks import run_checks
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from network import clock
from network.ledger import triggers
from network.ledger.audit import audit
from network.outbox.models import Promise
from network.paper import can_print

from . import signs
from .actions.back_up import backups_in
from .needs import needs
from .places import places
from .signs import Sign, State

SKEW = 5  # seconds
OLD = timedelta(hours=26)  # a day, and a night's delay


def setup():
    """Django's own checks, of its deployment too unless this is the demo; its words are English."""
    found = run_checks(include_deployment_checks=not settings.DEMO)
    if not found:
        return Sign("settings")
    return Sign("settings", State.WORRY, "\n".join(f"{one.msg} ({one.id})" for one in found), found[0].hint or "")


def address():
    if settings.SITE_URL.startswith("https://") or settings.DEMO:
        return Sign("address")
    return Sign(
        "address",
        State.WORRY,
        _("SITE_URL is %(url)s: links in mails would lead there, without HTTPS.") % {"url": settings.SITE_URL},
        _("Set SITE_URL to the address that readers type, with https://"),
    )


def clocks():
    """Ours and the database's; what is due is decided by the database's."""
    apart = abs((datetime.now(UTC) - clock.now()).total_seconds())
    if apart <= SKEW:
        return Sign("clocks")
    return Sign(
        "clocks",
        State.WORRY,
        _("The clocks of this machine and of the database are %(seconds)s seconds apart.") % {"seconds": round(apart)},
        _("Let both set their clocks by the network (NTP)."),
    )


def folders():
    closed = [
        str(place) for place in [settings.VAR, *places().values()] if not os.access(signs.existing(place), os.W_OK)
    ]
    if not closed:
        return Sign("folders")
    return Sign(
        "folders",
        State.ILL,
        _("The site may not write to %(folder)s.") % {"folder": closed[0]},
        _("Give that folder to the user that the site runs as (chown)."),
    )


def assets():
    if not settings.ASSETS_BUILT or Path(storages["staticfiles"].location, "staticfiles.json").exists():
        return Sign("assets")
    return Sign(
        "assets",
        State.ILL,
        _("Style sheets and scripts are not built: pages would be errors."),
        _("Run: python manage.py collectstatic --no-input"),
    )


def mail():
    if "console" not in settings.EMAIL_BACKEND:
        return Sign("mail")
    return Sign(
        "mail",
        State.WORRY,
        _("Mails go nowhere: they are only printed."),
        _("Set EMAIL_URL, as smtp+tls://user:password@host:587"),
    )


def cards():
    """Without a key cards are not offered, and that may be meant."""
    if not settings.STRIPE_SECRET_KEY or settings.STRIPE_WEBHOOK_SECRETS:
        return Sign("stripe")
    return Sign(
        "stripe",
        State.WORRY,
        _(
            "Stripe has a key but no webhook secret: payments are noticed late, when the buyer comes back or a minute passes."
        ),
        _("Set STRIPE_WEBHOOK_SECRETS to the secret that Stripe shows for /payments/stripe/webhook/"),
    )


def receipts():
    if can_print():
        return Sign("receipts")
    return Sign(
        "receipts",
        State.WORRY,
        _("Receipts cannot be drawn as PDF; readers get a page instead."),
        _("Install Pango (on Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)."),
    )


def backups():
    newest = next(iter(backups_in(settings.BACKUP_FOLDER)), None)
    if newest is None or datetime.now(UTC) - datetime.fromtimestamp(newest.stat().st_mtime, UTC) > OLD:
        return Sign(
            "backups",
            State.WORRY,
            _("There is no backup of the last day in %(folder)s.") % {"folder": settings.BACKUP_FOLDER},
            _(
                "Run: python manage.py backup, and see why the nightly one failed (django-admin, promises: upkeep.backup)."
            ),
        )
    if not settings.BACKUP_KEY:
        return Sign(
            "backups",
            State.WORRY,
            _("Backups are not encrypted: whoever finds one reads everything."),
            _("Set BACKUP_KEY to a long secret, and keep a copy of it elsewhere."),
        )
    return Sign("backups")


def tools():
    if connection.vendor == "sqlite" or shutil.which("pg_dump", path=settings.POSTGRESQL_BIN or None):
        return Sign("tools")
    return Sign(
        "tools",
        State.WORRY,
        _("pg_dump is not here: no backup can be made."),
        _(
            "Install PostgreSQL's client programs (on Debian: postgresql-client), or name their folder in POSTGRESQL_BIN."
        ),
    )


def given_up():
    count = Promise.objects.dead().count()
    if not count:
        return Sign("given up")
    return Sign(
        "given up",
        State.WORRY,
        _("%(count)s promises were given up after eight tries.") % {"count": count},
        _("Look at them under /django-admin/outbox/promise/, mend the cause, and press “try again”."),
    )


def guards():
    missing = triggers.missing(connection)
    if not missing:
        return Sign("guards")
    return Sign(
        "guards",
        State.ILL,
        _("The books are unguarded: %(count)s triggers are missing.") % {"count": len(missing)},
        _("Run: python manage.py migrate, then: python manage.py ledger_check"),
    )


def books():
    """What came since the last whole check; the whole of it runs every night."""
    faults = audit(partial=True)
    if not faults:
        return Sign("books")
    return Sign(
        "books",
        State.ILL,
        _("The books are not sound: %(fault)s") % {"fault": faults[0]},
        _("Pay nothing out. Run: python manage.py ledger_check, keep its words, and compare with the last backup."),
    )


WITHOUT_DATABASE = (setup, address, folders, assets, mail, cards, receipts, backups, tools, signs.broker, signs.room)
WITH_DATABASE = (signs.migrations, clocks, signs.outbox, given_up, signs.sealer, guards, books)


def examine():
    """Every sign, one after the other; what needs the database is left out while it does not answer."""
    yield from (look() for look in WITHOUT_DATABASE)
    try:
        yield signs.database()
    except DatabaseError as error:
        yield Sign(
            "database",
            State.ILL,
            _("The database does not answer (%(error)s).") % {"error": type(error).__name__},
            _("Start it, or correct DATABASE_URL. The site comes back by itself."),
        )
        return
    for look in (*WITH_DATABASE, *missing_here()):
        yield guarded(look)


def missing_here():
    """The demo brings what it needs, and its pages are nobody's to fill in."""
    return [] if settings.DEMO else needs


def guarded(look):
    """Tables that are missing altogether: the migrations say what to do."""
    try:
        return look()
    except DatabaseError as error:
        return Sign(look.__name__, State.ILL, type(error).__name__, _("Run: python manage.py migrate"))
