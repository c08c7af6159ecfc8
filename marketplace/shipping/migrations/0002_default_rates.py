"""The network's own delivery rates, of the size that Thai parcel carriers charge; staff keep them up to date."""

from django.db import migrations

WEIGHTS = [500, 1000, 2000, 5000, 10000, 20000]
# (service, zone, fewest days, most days): baht for each of WEIGHTS
RATES = {
    ("parcel", "near", 1, 3): [35, 45, 60, 100, 160, 260],
    ("parcel", "th", 2, 4): [40, 55, 75, 130, 210, 350],
    ("express", "near", 1, 1): [50, 65, 85, 140, 220, 380],
    ("express", "th", 1, 2): [60, 80, 105, 175, 290, 490],
    ("cold", "near", 1, 1): [110, 120, 145, 190, 280, 450],
    ("cold", "th", 1, 2): [150, 160, 190, 260, 390, 620],
    ("parcel", "my", 5, 10): [290, 390, 560, 1050, 1850, 3400],
    ("parcel", "sg", 5, 10): [330, 450, 650, 1200, 2100, 3900],
    ("express", "my", 3, 5): [620, 750, 960, 1600, 2600, 4500],
    ("express", "sg", 3, 5): [680, 820, 1050, 1750, 2850, 4900],
}


def write_rates(apps, schema_editor):
    band = apps.get_model("shipping", "RateBand")
    band.objects.bulk_create(
        band(
            service=service,
            zone=zone,
            days_min=days_min,
            days_max=days_max,
            up_to_g=weight,
            price=baht * 100,
        )
        for (service, zone, days_min, days_max), prices in RATES.items()
        for weight, baht in zip(WEIGHTS, prices, strict=True)
    )


class Migration(migrations.Migration):
    dependencies = [("shipping", "0001_initial")]

    operations = [migrations.RunPython(write_rates, migrations.RunPython.noop)]
