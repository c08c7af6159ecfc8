"""A handful of invented certificates of invented groups: verified, waiting, refused and over; their photos say so."""

import io
from datetime import date, timedelta

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from marketplace.catalogue.models import Product
from network.organisations.actions import enter_certificate, judge_certificate, see_to_ends
from network.organisations.models import Certificate, Organisation
from network.payments.qr_picture import INK, MUTED, WIDTH, write
from network.words.public_ids import new_public_id

from .content import read
from .people import owner_of, staff

HEIGHT = 560
# scheme, stars, organisation, product or None for the whole group, days until it ends, how it stands
ROWS = [
    ("otop", 4, "koyo-pikul-weavers", "koyo-pikul-scarf", 400, "verified"),
    ("tcps", None, "node-wan-sathing-phra", "node-syrup", 25, "verified"),
    ("halal", None, "border-kitchen-padang-besar", "southern-curry-paste", None, "verified"),
    ("registered", None, "koyo-pikul-weavers", None, None, "verified"),
    ("fda", None, "node-wan-sathing-phra", "node-powder", -30, "verified"),
    ("pgs", None, "bo-yang-city-garden", None, 200, "waiting"),
    ("gap", None, "phumi-cacao", None, 200, "ชื่อบนใบไม่ตรงกับชื่อกลุ่ม กรุณาส่งใบล่าสุด"),
]


def seed_certificates():
    skus = {row["key"]: row["sku"] for row in read("products")["products"]}
    for number, (scheme, stars, maker, product, ends, stands) in enumerate(ROWS, 1):
        organisation = Organisation.objects.get(slug=maker)
        name = f"สาธิต {number:03}/2569"
        if Certificate.objects.filter(organisation=organisation, number=name).exists():
            continue
        facts = {"scheme": scheme, "stars": stars, "number": name, "issuer": "หน่วยงานสมมติ"}
        facts["about"] = Product.objects.get(upc=skus[product]).ref if product else ""
        facts["expires_on"] = date.today() + timedelta(days=ends) if ends else None  # noqa: DTZ011
        facts["picture"] = certificate_picture(organisation.name, name)
        certificate = enter_certificate(organisation, public_id=new_public_id(), by=owner_of(maker), **facts)
        if stands != "waiting":
            judge_certificate(certificate, by=staff("reviewer"), refusal="" if stands == "verified" else stands)
    see_to_ends()


def certificate_picture(organisation, number):
    """A sheet of paper as a JPEG file."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), "#FBF7EA")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle([24, 24, WIDTH - 24, HEIGHT - 24], outline=MUTED, width=4)
    for line in [
        (110, "ใบรับรอง (เอกสารสาธิต)", 40, INK, True),
        (220, organisation, 34, INK, False),
        (300, f"เลขที่ {number}", 30, INK, False),
        (440, "ไม่มีหน่วยงานใดออกใบนี้จริง", 28, "#A8203A", False),
    ]:
        write(draw, *line)
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=80)
    return ContentFile(buffer.getvalue(), name="certificate.jpg")
