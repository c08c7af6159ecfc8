"""Closing a shop for a while and opening it again."""

from datetime import datetime, time, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from network.clock import now
from network.organisations.actions.delegates import log_deed
from network.organisations.models import Organisation
from network.outbox.actions import promise
from network.words.dates import BANGKOK, in_bangkok

from ..models import Holiday, Partner

LONGEST = timedelta(days=365)
OPEN_AGAIN = "partner.open_again"


@transaction.atomic
def close_shop(seller, *, until, by, at=None):
    """Take no orders until that day; a holiday that stands is moved. Returns the Holiday.

    An order that is being placed this very moment is finished first: the seller's row, which each of its consignments
    points to, is waited for. Raises PermissionDenied, ValidationError.
    """
    at = at or now()
    require_seller(seller, by)
    today = in_bangkok(at).date()
    if not today < until <= today + LONGEST:
        raise ValidationError({"until": _("Choose a day from tomorrow on, within a year.")})
    Partner.objects.select_for_update().get(pk=seller.pk)
    end(Holiday.objects.filter(seller=seller, ended_at=None), at)
    holiday = Holiday.objects.create(seller=seller, until=until, by=by, begun_at=at)
    promise(OPEN_AGAIN, {"seller": seller.public_id}, key=f"seller:{seller.public_id}:{until}", due=first_moment(until))
    log_deed(by, seller.organisation, gettext_noop("closed the shop for a while"), at=at)
    return holiday


@transaction.atomic
def reopen_shop(seller, *, by, at=None):
    """Open it before its day; twice is once. Raises PermissionDenied."""
    at = at or now()
    require_seller(seller, by)
    if end(Holiday.objects.filter(seller=seller, ended_at=None), at):
        log_deed(by, seller.organisation, gettext_noop("opened the shop again"), at=at)


def end_ended_holidays(seller, *, at=None):
    """Note that its day has come, so that what shows it is drawn anew."""
    at = at or now()
    end(Holiday.objects.filter(seller=seller, ended_at=None, until__lte=in_bangkok(at).date()), at)


def end(holidays, at):
    """Saved one by one, so that those who watch them notice; how many there were."""
    found = list(holidays)
    for holiday in found:
        holiday.ended_at = at
        holiday.save(update_fields=["ended_at"])
    return len(found)


def first_moment(day):
    return datetime.combine(day, time(), BANGKOK)


def require_seller(seller, user):
    if not Organisation.objects.managed_by(user).filter(pk=seller.organisation_id).exists():
        raise PermissionDenied
