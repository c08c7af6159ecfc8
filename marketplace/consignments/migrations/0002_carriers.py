"""The carriers of Thailand, and where their parcels can be followed."""

from django.db import migrations

S10 = r"[A-Z]{2}\d{9}TH"
CARRIERS = [
    (
        "thailand-post",
        "ไปรษณีย์ไทย",
        "Thailand Post",
        "https://track.thailandpost.co.th/?trackNumber={number}",
        S10,
        "s10",
        False,
    ),
    ("kex-express", "KEX Express", "KEX Express", "https://th.kex-express.com/th/track/?track={number}", "", "", False),
    (
        "flash-express",
        "แฟลช เอ็กซ์เพรส",
        "Flash Express",
        "https://www.flashexpress.com/fle/tracking?se={number}",
        r"TH[0-9A-Z]{10,18}",
        "",
        False,
    ),
    (
        "jt-express",
        "เจแอนด์ที เอ็กซ์เพรส",
        "J&T Express",
        "https://www.jtexpress.co.th/service/track/{number}",
        r"\d{12,15}",
        "",
        False,
    ),
    (
        "shopee-express",
        "SPX Express",
        "SPX Express",
        "https://spx.co.th/track?{number}",
        r"(TH|SPX)[0-9A-Z]{10,20}",
        "",
        False,
    ),
    ("best-express", "เบสท์ เอ็กซ์เพรส", "Best Express", "https://www.best-inc.co.th/track?bills={number}", "", "", False),
    ("ninja-van", "นินจาแวน", "Ninja Van", "https://www.ninjavan.co/th-th/tracking?id={number}", "", "", False),
    (
        "dhl-ecommerce",
        "DHL อีคอมเมิร์ซ",
        "DHL eCommerce",
        "https://www.dhl.com/th-en/home/tracking.html?tracking-id={number}",
        "",
        "",
        False,
    ),
    ("inter-express", "อินเตอร์ เอ็กซ์เพรส โลจิสติกส์", "Inter Express Logistics", "", "", "", True),
    ("nim-express", "นิ่มเอ็กซ์เพรส", "Nim Express", "", "", "", True),
]
COLUMNS = ["name_th", "name_en", "tracking_url", "number_pattern", "check_digit", "is_cold"]


def write(apps, schema_editor):
    carrier = apps.get_model("consignments", "Carrier")
    for position, (code, *facts) in enumerate(CARRIERS, 1):
        values = dict(zip(COLUMNS, facts, strict=True))
        carrier.objects.update_or_create(code=code, defaults=values | {"position": position * 10})


class Migration(migrations.Migration):
    dependencies = [("consignments", "0001_initial")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
