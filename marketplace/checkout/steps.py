"""Where the buyer stands on her way."""

from django.urls import reverse
from django.utils.translation import gettext as _


def steps(current):
    """For components/steps.html: what is done can be gone back to."""
    path = [
        ("basket", _("Basket"), reverse("basket:summary")),
        ("details", _("You"), reverse("checkout:details")),
        ("review", _("Payment"), ""),
        ("pay", _("Done"), ""),
    ]
    at = [name for name, _label, _path in path].index(current)
    states = ["done"] * at + ["current"] + [""] * (len(path) - at - 1)
    return [
        {"label": label, "path": address, "state": state}
        for (_name, label, address), state in zip(path, states, strict=True)
    ]
