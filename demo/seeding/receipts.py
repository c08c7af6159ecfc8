"""Receipts for invented expenses, drawn when they are handed in; they say that they are invented."""

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from network.payments.qr_picture import INK, MUTED, WIDTH, write
from network.words.baht_text import baht_text
from network.words.money import format_money

HEIGHT = 720


def receipt_picture(purpose, satang):
    """A till's slip as a JPEG file."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), "#F7F4EC")
    draw = ImageDraw.Draw(sheet)
    lines = [
        (90, "ร้านสมมติ ริมทะเลสาบ", 44, INK, True),
        (150, "ใบเสร็จรับเงิน (เอกสารสาธิต)", 30, MUTED, False),
        (290, purpose, 30, INK, False),
        (400, format_money(satang, "th"), 68, INK, True),
        (470, f"({baht_text(satang, 'th')})", 28, MUTED, False),
        (620, "ไม่มีการซื้อขายจริง", 28, "#A8203A", False),
    ]
    for line in lines:
        write(draw, *line)
    for height in (210, 540):
        draw.line([60, height, WIDTH - 60, height], fill=MUTED, width=2)
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=80)
    return ContentFile(buffer.getvalue(), name="receipt.jpg")
