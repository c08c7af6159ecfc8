from network.places.models import District

from ..models import PlacePage
from .plant import LANGUAGES, Seed, plant


def seed_places(content, pictures):
    """A page for each district, with what it is known for."""
    districts = {one.code: one for one in District.objects.all()}
    seeds = []
    for row in content("districts")["districts"]:
        district = districts[row["code"]]
        texts = {
            language: {"title": row["short_name"][language], "line": row["identity"][language]}
            for language in LANGUAGES
        }
        fields = {"district": district}
        picture = ("districts", row["key"])
        seeds.append(Seed("places", PlacePage, "place", row["key"], texts, picture, fields, slug=district.slug))
    return plant(seeds, pictures)
