from network.organisations.models import Organisation

from ..models import MemberPage
from .plant import LANGUAGES, Seed, plant


def seed_members(content, pictures):
    """A page for each organisation; what it is stands with the organisation itself."""
    organisations = {one.slug: one for one in Organisation.objects.all()}
    seeds = []
    for row in content("organisations")["organisations"]:
        texts = {language: {"title": row["name"][language]} for language in LANGUAGES}
        fields = {"organisation": organisations[row["key"]]}
        picture = ("organisations", row["key"])
        seeds.append(Seed("members", MemberPage, "member", row["key"], texts, picture, fields))
    return plant(seeds, pictures)
