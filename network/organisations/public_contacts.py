"""How an organisation is reached, as far as its owner lets it be seen."""

from typing import NamedTuple
from urllib.parse import quote

from django.utils.translation import gettext as _

from network.people.contacts import read_phone

from .models import Organisation

LINE = "https://line.me/R/ti/p/"
Shown = Organisation.Shown


class Way(NamedTuple):
    """`kind` is "phone", "line", "mail" or "external"; `label` is what a person reads, `path` what a tap opens."""

    kind: str
    label: str
    path: str

    @property
    def icon(self):
        return "chat" if self.kind == "line" else self.kind


def ways_to(organisation, *, for_buyer=False):
    """The quickest way first; a buyer is somebody whose order has goods of theirs."""
    seen = {Shown.EVERYONE, Shown.BUYERS} if for_buyer else {Shown.EVERYONE}
    ways = list(own_ways(organisation)) if organisation.contacts_shown in seen else []
    if organisation.website and not for_buyer:
        ways.append(Way("external", _("Website"), organisation.website))
    return ways


def own_ways(organisation):
    if phone := organisation.contact_phone:
        yield Way("phone", read_phone(phone) if phone.startswith("+") else phone, f"tel:{phone}")
    if name := organisation.contact_line:
        yield Way("line", f"LINE {name}", line_address(name))
    if email := organisation.contact_email:
        yield Way("mail", email, f"mailto:{email}")


def line_address(name):
    """Of an Official Account (with @), or of a person."""
    return LINE + (quote(name) if name.startswith("@") else f"~{quote(name)}")
