"""From what a person types, a sub-district's name or a postal code, to whole addresses, in all of Thailand."""

from dataclasses import dataclass

import geothai
from django.utils.translation import get_language

from network.shell.identity import identity

FOUND = 20
ALL = 10_000


@dataclass(frozen=True)
class Place:
    """A sub-district with all that an address needs, in the reader's script."""

    code: str
    subdistrict: str
    district: str
    province: str
    postal_code: str

    def __str__(self):
        return f"{self.subdistrict}, {self.district}, {self.province} {self.postal_code}"


def find_places(text, *, limit=FOUND):
    """The sub-districts whose name begins with or holds the text, or that use the postal code; [] for a blank.

    Those of the network's own province come first.
    """
    text = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text).strip()
    if text.isdigit():
        return [place(area, text) for area in geothai.by_postal_code(text)][:limit]
    found = [result.area for result in geothai.search(text, limit=ALL) if result.level == "subdistrict"]
    ours = identity().province
    found.sort(key=lambda area: area.province_code != ours)
    return [place(area) for area in found[:limit]]


def place(area, postal_code=None):
    address = geothai.address(area.code)
    language = "th" if get_language() == "th" else "en"
    name = f"name_{language}"
    return Place(
        code=area.code,
        subdistrict=getattr(area, name),
        district=getattr(address.district, name),
        province=getattr(address.province, name),
        postal_code=postal_code or area.postal_codes[0],
    )


def place_of(code, postal_code=None):
    """The place of a sub-district's code, or None."""
    area = geothai.subdistrict(str(code))
    if area is None or (postal_code and postal_code not in area.postal_codes):
        return None
    return place(area, postal_code)
