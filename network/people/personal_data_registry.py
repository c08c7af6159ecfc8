"""What is kept of people: every field that may hold something about one, whose it is, and what an erasure does to it.

Each room declares its own from its `personal_data` module while the apps start; this one knows none of them. A test
walks all models and names each field that nobody has declared.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from network.words.public_ids import new_token

from .models import User


@dataclass(frozen=True)
class Subject:
    """Whose data are meant: a person with what she did as a guest under contacts that she has proved, or a guest alone."""

    user: User | None = None
    contacts: tuple[str, ...] = ()


def subject_of(user):
    proved = [user.email if user.email_verified else None, user.phone if user.phone_verified else None]
    return Subject(user, tuple(contact for contact in proved if contact))


@dataclass(frozen=True)
class Fate:
    """What an erasure does to a field; `told` says whether a copy of the person's data shows it.

    `value` is written over it, or what `value()` gives for each row; a file leaves the disk. A field that is kept names
    the law that asks for it, and is written over once so long has passed since the moment in its row's `since`.
    """

    value: Any = None
    told: bool = True
    stays: bool = False
    law: str = ""
    years: int = 0
    since: str = ""

    @property
    def is_kept_for_a_while(self):
        return bool(self.years)

    @property
    def lasts(self):
        return timedelta(days=round(365.25 * self.years))


def emptied(*, told=True):
    return Fate("", told)


def written_over(value="–", *, told=True):
    """For fields that must hold something, or be different in each row."""
    return Fate(value, told)


def drawn_anew():
    """For the unguessable part of a secret address: the old one ends, and in no copy does it stand."""
    return Fate(new_token, told=False)


NOBODY = Fate(None)  # for fields that are NULL when nothing is there
SECRET = Fate("", told=False)  # of use to a thief only: emptied, and in no copy
POINTS = Fate(told=False, stays=True)  # to the row of the person, in which nothing is left that says who she was
LOOKED_FOR = Fate(told=False, stays=True)  # free words on other things; where her name stands in them, a person decides


def kept(law, *, years, since, value="–"):
    return Fate(value, law=law, years=years, since=since)


@dataclass(frozen=True)
class Holding:
    """Rows of one model that belong to a person. `mine(subject)` is the Q that finds them, or None for none.

    `goes`: the rows are deleted. `facts` are further fields that a copy tells, because without them it says little.
    """

    model: str
    mine: Callable[[Subject], Q | None]
    fields: dict[str, Fate]
    facts: tuple[str, ...] = ()
    goes: bool = False

    @property
    def model_class(self):
        return apps.get_model(self.model)

    @property
    def told(self):
        """Names of the fields that a copy shows."""
        return [name for name, fate in self.fields.items() if fate.told] + list(self.facts)

    @property
    def files(self):
        known = {one.name for one in self.model_class._meta.local_fields if isinstance(one, models.FileField)}
        return [name for name in self.fields if name in known]

    def rows_of(self, subject):
        wanted = self.mine(subject)
        rows = self.model_class._default_manager
        return rows.none() if wanted is None else rows.filter(wanted).distinct()


@dataclass
class Registry:
    holdings: list[Holding] = field(default_factory=list)
    free: dict[str, dict[str, str]] = field(default_factory=dict)
    refs: dict[str, tuple[Callable, Callable]] = field(default_factory=dict)
    erasers: list[Callable] = field(default_factory=list)
    objections: list[Callable] = field(default_factory=list)
    papers: list[Callable] = field(default_factory=list)


registry = Registry()
EVERY = "*"


def holds(model, *, mine, fields, facts=(), goes=False):
    """Declare personal fields of a model; several times where its rows belong to people in several ways."""
    registry.holdings.append(Holding(model, mine, dict(fields), tuple(facts), goes))


def free(model, names, why):
    """Declare fields, by their names in one string, that hold nothing about a person, and say why.

    "*" stands for all fields that are not declared otherwise: for models that are not ours.
    """
    declared = registry.free.setdefault(model, {})
    declared.update(dict.fromkeys(names.split(), why))


def register_refs(kind, *, of, contacts):
    """Things of hers that the books, the payments and the log of erasures know by their refs.

    `of(subject)` yields the refs of a person's things; `contacts(public_ids)` the contacts that stand on such things.
    """
    registry.refs[kind] = of, contacts


def when_erased(function):
    """Call `function(subject, refs)` before the rows are emptied, in the transaction that does it."""
    registry.erasers.append(function)
    return function


def objects_to_erasure(function):
    """`function(subject)` yields words for what is still open and must be ended first."""
    registry.objections.append(function)
    return function


def keeps_papers(function):
    """`function(subject)` yields (file name, bytes) of documents that are made anew for a copy: receipts."""
    registry.papers.append(function)
    return function


def refs_of(subject):
    return [ref for of, _contacts in registry.refs.values() for ref in of(subject)]


def contacts_behind(refs):
    """The contacts on those things, as far as they still stand there."""
    by_kind: dict[str, list[str]] = {}
    for ref in refs:
        kind, _colon, public_id = ref.partition(":")
        by_kind.setdefault(kind, []).append(public_id)
    found: set[str] = set()
    for kind, public_ids in by_kind.items():
        if kind in registry.refs:
            found.update(registry.refs[kind][1](public_ids))
    return sorted(found - {""})


def nothing(subject):
    """For fields that no question finds by its person."""
    return None


def by_user(name="user") -> Callable[[Subject], Q | None]:
    """Rows whose field of that name is the person."""
    return lambda subject: Q(**{name: subject.user}) if subject.user else None


def by_user_or_contact(path="") -> Callable[[Subject], Q]:
    """Rows of the person, and those under her contact that belong to no account; `path` leads to where both stand."""

    def mine(subject):
        guest = Q(**{f"{path}user": None, f"{path}contact__in": subject.contacts})
        return guest | Q(**{f"{path}user": subject.user}) if subject.user else guest

    return mine


def by_contact(name) -> Callable[[Subject], Q]:
    return lambda subject: Q(**{f"{name}__in": subject.contacts})


# Numbers, days and yes-or-no say something about a person only beside words that are declared.
PLAIN = (
    models.IntegerField,
    models.BooleanField,
    models.DateField,
    models.TimeField,
    models.DurationField,
    models.DecimalField,
    models.FloatField,
    models.UUIDField,
)


def candidates(model) -> Iterable[models.Field]:
    """Fields of a model that might hold something about a person: words, files, JSON, addresses, and who did it."""
    for one in model._meta.local_fields:
        if one.is_relation:
            if one.related_model is User:
                yield one
        elif not (one.choices or one.primary_key or isinstance(one, PLAIN)):
            yield one


def undeclared():
    """Names of fields that nobody has declared, as "order.Order.name"."""
    known = {f"{holding.model}.{name}" for holding in registry.holdings for name in holding.fields}
    known |= {f"{model}.{name}" for model, names in registry.free.items() for name in names}
    for model in apps.get_models():
        label = model._meta.label
        for one in candidates(model):
            if f"{label}.{one.name}" not in known and f"{label}.{EVERY}" not in known:
                yield f"{label}.{one.name}"
