"""Who is in the network already: a name is taken where the same name stands in the same district."""

from django.db.models import Q

from .models import Invitation, OrganisationText


def tidy(name):
    """Without stray blanks; people paste them, and no-break ones, from spreadsheets."""
    return " ".join(name.split())


def places_of(names):
    """{name: primary keys of the districts where it stands (None for one without)}, in one question."""
    found = {}
    rows = OrganisationText.objects.filter(name__in=set(names)).values_list("name", "parent__district")
    for name, district in rows:
        found.setdefault(name, set()).add(district)
    return found


def asked_contacts(contacts):
    """{contact or LINE id: name of the organisation whose open invitation goes there}, in a fixed number of questions."""
    wanted = {contact for contact in contacts if contact}
    if not wanted:
        return {}
    asked = Invitation.objects.open().filter(Q(contact__in=wanted) | Q(line_id__in=wanted)).with_organisation()
    return {one.contact or one.line_id: one.organisation.name for one in asked}
