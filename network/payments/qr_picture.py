"""A PromptPay code as a picture that stands alone: saved on the phone that must scan it."""

import io

import segno
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from network.words.dates import thai_datetime
from network.words.money import format_money

WIDTH, HEIGHT = 720, 1010
INK, LAKE, MUTED, PAPER = "#221C16", "#0F6B68", "#6B5E50", "#FFFCF7"


def qr_picture(attempt, payload):
    """PNG bytes: the code with amount, holder, reference and expiry drawn in, in the payer's language."""
    with translation.override(attempt.language):
        sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        draw = ImageDraw.Draw(sheet)
        draw.rectangle([0, 0, WIDTH, 96], fill=LAKE)
        write(draw, 48, "PromptPay", 40, "white", bold=True)
        code = qr_image(payload, 560)
        sheet.paste(code, ((WIDTH - code.width) // 2, 120))
        until = thai_datetime(attempt.expires_at, attempt.language)
        write(draw, 740, format_money(attempt.amount, attempt.language), 64, INK, bold=True)
        write(draw, 806, attempt.holder.legal_name, 30, INK)
        write(draw, 856, _("Reference %(reference)s") % {"reference": attempt.public_id}, 28, MUTED)
        write(draw, 902, _("Valid until %(time)s") % {"time": until}, 28, MUTED)
        if attempt.holder.is_fictional:
            write(draw, 956, _("DEMO: do not transfer real money"), 30, "#A8203A", bold=True)
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def qr_image(payload, size):
    code = segno.make(payload, error="m", micro=False)
    scale = max(1, size // code.symbol_size(border=2)[0])
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=scale, border=2)
    return Image.open(buffer).convert("RGB")


def write(draw, middle, text, size, colour, bold=False):
    """One centred line; Thai and Latin letters lie in two font files, so the line is drawn run by run."""
    runs = [(run, font(thai, bold, size)) for thai, run in runs_of(text)]
    x = (WIDTH - sum(draw.textlength(run, font=face) for run, face in runs)) / 2
    for run, face in runs:
        draw.text((x, middle), run, font=face, fill=colour, anchor="lm")
        x += draw.textlength(run, font=face)


def runs_of(text):
    """[(is it Thai, run)] of a line."""
    runs = []
    for character in text:
        thai = "\u0e01" <= character <= "\u0e5b"
        if runs and runs[-1][0] == thai:
            runs[-1][1].append(character)
        else:
            runs.append((thai, [character]))
    return [(thai, "".join(run)) for thai, run in runs]


def font(thai, bold, size):
    script, weight = "thai" if thai else "latin", 700 if bold else 400
    path = settings.ROOT / "static" / "fonts" / f"sarabun-{script}-{weight}.woff2"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.RAQM)
