"""What a copy tells: rows as JSON can carry them, and as a person reads them."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.people.personal_data_registry import registry
from network.words.dates import thai_date, thai_datetime
from network.words.money import format_money

MOST = 20_000  # rows of one kind; nobody has them, and no copy shall eat the machine

MONEY = {"amount", "total", "goods", "shipping"}
# Of models that name neither themselves nor their fields for readers.
TITLES = {
    "account": gettext_lazy("Contacts"),
    "address": gettext_lazy("Addresses"),
    "admin": gettext_lazy("What you did as staff"),
    "analytics": gettext_lazy("What you looked at"),
    "basket": gettext_lazy("Baskets"),
    "communication": gettext_lazy("Messages to you"),
    "customer": gettext_lazy("Reminders of goods"),
    "mfa": gettext_lazy("Passkeys and second steps"),
    "reviews": gettext_lazy("Reviews"),
    "socialaccount": gettext_lazy("Joined accounts"),
    "usersessions": gettext_lazy("Where you are signed in"),
    "voucher": gettext_lazy("Vouchers"),
    "wagtailcore": gettext_lazy("Work on pages"),
    "wagtailusers": gettext_lazy("Work on pages"),
    "wishlists": gettext_lazy("Wishes"),
    "order.Line": gettext_lazy("What you ordered"),
    "order.OrderNote": gettext_lazy("Notes on orders"),
    "order.BillingAddress": gettext_lazy("Addresses"),
}
LABELS = {
    "asked_at": gettext_lazy("asked"),
    "captured_at": gettext_lazy("received"),
    "contact": gettext_lazy("e-mail or phone"),
    "created_at": gettext_lazy("begun"),
    "date_created": gettext_lazy("begun"),
    "date_placed": gettext_lazy("ordered"),
    "ended_at": gettext_lazy("ended"),
    "gateway": gettext_lazy("way of paying"),
    "handed_in_at": gettext_lazy("handed in"),
    "ip": gettext_lazy("internet address"),
    "issued_at": gettext_lazy("issued"),
    "last_seen_at": gettext_lazy("last seen"),
    "listing": gettext_lazy("article"),
    "made_at": gettext_lazy("begun"),
    "number": gettext_lazy("number"),
    "order": gettext_lazy("order"),
    "paid_at": gettext_lazy("paid"),
    "picture": gettext_lazy("picture"),
    "product": gettext_lazy("article"),
    "state": gettext_lazy("state"),
    "status": gettext_lazy("state"),
    "text": gettext_lazy("text"),
    "quantity": gettext_lazy("how many"),
    "title": gettext_lazy("what"),
    "type": gettext_lazy("kind"),
    "user_agent": gettext_lazy("device"),
    "year": gettext_lazy("year"),
}


@dataclass(frozen=True)
class Part:
    """The rows of one holding; asked of the database when they are told."""

    room: str
    model: type[models.Model]
    names: list[str]
    keys: list

    @property
    def title(self):
        named = TITLES.get(self.model._meta.label) or TITLES.get(self.room)
        return str(named or self.model._meta.verbose_name_plural)

    def rows(self):
        related = [name for name in self.names if self.model._meta.get_field(name).is_relation]
        return self.model._base_manager.filter(pk__in=self.keys).select_related(*related).order_by("pk")

    def for_machines(self):
        return [{name: plain(row, name) for name in self.names} for row in self.rows()]

    def for_people(self):
        """(title, [[(label, words)]]); what is empty is left out."""
        rows = [
            [(label(row, name), told) for name in self.names if (told := in_words(row, name))] for row in self.rows()
        ]
        return self.title, [row for row in rows if row]


def parts_of(subject):
    """[Part] of all that is kept of her and may be shown to her."""
    found = []
    for holding in registry.holdings:
        names = holding.told
        keys = list(holding.rows_of(subject).values_list("pk", flat=True)[:MOST]) if names else []
        if keys:
            found.append(Part(holding.model_class._meta.app_label, holding.model_class, names, keys))
    return found


def plain(row, name):
    """JSON's own kinds; other things by their names."""
    value = getattr(row, name)
    if value is None or isinstance(value, (bool, int, str, dict, list)):
        return value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


def label(row, name):
    """As the model says it, unless it says no more than the name."""
    said = row._meta.get_field(name).verbose_name
    return str(LABELS.get(name, said) if str(said).lower() == name.replace("_", " ") else said)


def in_words(row, name):
    """As a person reads it, in the language that is active; money as money."""
    field, value = row._meta.get_field(name), getattr(row, name)
    if value in (None, "", [], {}):
        return ""
    if name in MONEY and isinstance(value, int):
        return format_money(value)
    if field.choices:
        return str(getattr(row, f"get_{name}_display")())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, models.DateTimeField):
        return str(thai_datetime(value))
    if isinstance(field, models.DateField):
        return str(thai_date(value))
    return str(value)
