"""Places, dimensions and organisations."""

from network.organisations.models import Dimension, Organisation
from network.places.actions import load_districts
from network.places.models import District

from .content import read

LEGAL_FORMS = {
    "community-enterprise": "community-enterprise",
    "social-enterprise": "social-enterprise",
    "cooperative": "cooperative",
}


def seed_districts():
    """The districts of the province, with the names and identities that the content adds."""
    load_districts(read("districts")["province"]["code"])
    for row in read("districts")["districts"]:
        district = District.objects.get(code=row["code"])
        District.objects.filter(pk=district.pk).update(slug=row["key"], latitude=row["lat"], longitude=row["lon"])
        for language, name in row["name"].items():
            identity = row["identity"].get(language, "")
            district.write_texts(language, name=name, short_name=row["short_name"][language], identity=identity)


def seed_dimensions():
    for position, row in enumerate(read("organisations")["dimensions"]):
        dimension, _made = Dimension.objects.get_or_create(key=row["key"], defaults={"position": position})
        for language, name in row["name"].items():
            dimension.write_texts(language, name=name)


def seed_organisations():
    """Every organisation of the content, by its key."""
    districts = {row["key"]: row["code"] for row in read("districts")["districts"]}
    for row in read("organisations")["organisations"]:
        facts = facts_of(row, districts)
        organisation = Organisation.objects.filter(slug=row["key"], **facts).first()
        if organisation is None:
            organisation, _made = Organisation.objects.update_or_create(slug=row["key"], defaults=facts)
        organisation.dimensions.set(Dimension.objects.filter(key__in=[row["dimension"], *row["also_dimensions"]]))
        for language, name in row["name"].items():
            organisation.write_texts(language, name=name, description=row["description"].get(language, ""))


def facts_of(row, districts):
    return {
        "kind": row["type"],
        "legal_form": LEGAL_FORMS.get(row["type"], "informal"),
        "district": District.objects.get(code=districts[row["district"]]),
        "latitude": row["lat"],
        "longitude": row["lon"],
        "member_since": row["member_since_be"] - 543 if row["member_since_be"] else None,
        "members_count": row["members_count"],
        "is_fictional": row["fictional"],
    }
