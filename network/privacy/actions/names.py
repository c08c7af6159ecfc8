"""Where somebody's name stands in the midst of words: found by search before she leaves, mended by a person."""

import json

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from network.people.personal_data_registry import LOOKED_FOR, registry

from ..models import DataRequest

MOST = 200


def note_names(user, *, at, due):
    """A task for whoever looks after personal data, as long as the name is still known; None where it stands nowhere."""
    name = user.get_full_name() if user else ""
    if not (user and user.first_name and user.last_name):
        return None
    places = places_of(name)
    if not places:
        return None
    told = {"kind": DataRequest.Kind.NAMED, "user": user, "places": places, "came_at": at, "due_at": due}
    request, _made = DataRequest.objects.get_or_create(key=f"named:{user.public_id}:{at:%Y%m%d}", defaults=told)
    return request


def places_of(name):
    """[[model, key, field]] of the texts in which this name stands, pages and their older versions included."""
    found = []
    for holding in registry.holdings:
        looked_for = [one for one, fate in holding.fields.items() if fate is LOOKED_FOR]
        for one in looked_for:
            found += [[holding.model, key, one] for key in rows_with(holding.model_class, one, name)]
    return found[:MOST]


def rows_with(model, field, name):
    """Words in JSON stand there as they are on PostgreSQL, and with Thai letters spelt out on SQLite."""
    rows = model._base_manager.annotate(looked_at=Cast(field, TextField()))
    wanted = Q(looked_at__icontains=name) | Q(looked_at__contains=json.dumps(name)[1:-1])
    return [str(key) for key in rows.filter(wanted).order_by("pk").values_list("pk", flat=True)[:MOST]]
