"""The countries that goods may be sent to."""

from django.db import migrations

COUNTRIES = [
    ("TH", "THA", "764", "Thailand", 0),
    ("MY", "MYS", "458", "Malaysia", 1),
    ("SG", "SGP", "702", "Singapore", 2),
]


def write(apps, schema_editor):
    country = apps.get_model("address", "Country")
    for code, code3, number, name, order in COUNTRIES:
        facts = {"iso_3166_1_a3": code3, "iso_3166_1_numeric": number, "printable_name": name, "name": name}
        country.objects.update_or_create(
            iso_3166_1_a2=code, defaults=facts | {"display_order": order, "is_shipping_country": True}
        )


class Migration(migrations.Migration):
    dependencies = [("address", "0002_initial")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
