"""What can be wrong with a move of a listing; each says so to the person who tried."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _


class NotYours(PermissionDenied):
    """The person acts neither for the listing's seller nor for the network."""


class WrongState(ValidationError):
    """The listing is in a state from which it cannot make this move."""

    def __init__(self, listing):
        super().__init__(
            _("This listing is “%(state)s”, so this cannot be done now."),
            code="wrong_state",
            params={"state": listing.get_state_display()},
        )


class Incomplete(ValidationError):
    """Fields that a listing needs before it can be shown: {field: what to do}."""


class TooManyPhotos(ValidationError):
    """A listing shows only so many."""

    def __init__(self, most):
        super().__init__(_("A listing shows at most %(most)d photos."), code="too_many", params={"most": most})
