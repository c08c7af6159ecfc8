"""What this room keeps of people: nothing; but a seller whom money is owed to must not vanish."""

from django.utils.translation import gettext as _

from network.organisations.open_business import owned_alone
from network.people.personal_data_registry import objects_to_erasure

from .due import due_to_each


@objects_to_erasure
def what_is_owed(subject):
    for due in due_to_each(list(owned_alone(subject))) if subject.user else []:
        if due.now or due.later or due.asked:
            yield _("“%(shop)s” has money to come, and nobody else answers for it. Let somebody else become owner.") % {
                "shop": due.organisation
            }
