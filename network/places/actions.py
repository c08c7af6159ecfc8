"""Fill the tables from geothai, the country's list of areas."""

import geothai
from django.db import transaction

from network.shell.identity import identity
from network.words.slugs import slugify

from .models import District, Province, Subdistrict


@transaction.atomic
def load_districts(province_code=None):
    """Bring a province (by default the network's), its districts and sub-districts up to date; return the districts.

    Texts that editors have changed stay. Raises LookupError for a code that no province has.
    """
    code = province_code or identity().province
    area = geothai.province(code)
    if area is None:
        raise LookupError(f"No province has the code {code!r}.")
    province, _created = Province.objects.get_or_create(code=code)
    _name_once(province, th={"name": f"จังหวัด{area.name_th}"}, en={"name": f"{area.name_en} Province"})
    return [_load_district(province, district) for district in geothai.districts(code)]


@transaction.atomic
def forget_province(code):
    """Take a province and its districts away again. Raises ProtectedError if something stands in one of them."""
    Subdistrict.objects.filter(district__province__code=code).delete()
    District.objects.of_province(code).delete()
    Province.objects.filter(code=code).delete()


def _load_district(province, area):
    subdistricts = geothai.subdistricts(area.code)
    codes = [code for subdistrict in subdistricts for code in subdistrict.postal_codes]
    district, _created = District.objects.get_or_create(
        code=area.code,
        defaults={
            "province": province,
            "slug": _free_slug(area),
            "postal_code": max(codes, key=codes.count, default=""),
        },
    )
    _name_once(
        district,
        th={"name": f"อำเภอ{area.name_th}", "short_name": area.name_th},
        en={"name": f"{area.name_en} District", "short_name": area.name_en},
    )
    Subdistrict.objects.bulk_create(
        [
            Subdistrict(
                code=one.code,
                district=district,
                postal_codes=" ".join(one.postal_codes),
                name_th=one.name_th,
                name_en=one.name_en,
            )
            for one in subdistricts
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["district", "postal_codes", "name_th", "name_en"],
    )
    return district


def _free_slug(area):
    """Districts of different provinces share names (Mueang, Bang Klam); the code tells them apart."""
    slug = slugify(area.name_en)
    return f"{slug}-{area.code}" if District.objects.filter(slug=slug).exists() else slug


def _name_once(place, **texts):
    for language, fields in texts.items():
        place.texts.get_or_create(language=language, defaults=fields)
