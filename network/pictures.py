"""Pictures that people upload: judged before they are decoded, then made anew without a trace of where they were taken."""

import io
import warnings

from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()  # what iPhones send

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 25_000_000
UNREADABLE = _("This file is no picture that we can read. Please choose a photo (JPEG or PNG).")
STRIP = 256  # rows
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"]


class PictureRefused(ValueError):
    """The upload is not a picture we take; `text` says why, to the person who chose it."""

    def __init__(self, text):
        super().__init__(text)
        self.text = text


def read_picture(upload):
    """The picture in an uploaded file, upright and decoded, as a PIL image.

    Size in bytes and in pixels are checked from the header, before anything is decoded: a file of ten
    kilobytes can hold eighty million pixels. Raises PictureRefused.
    """
    if upload.size > MAX_BYTES:
        raise PictureRefused(_("This picture is larger than 10 MB. Please choose a smaller one."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=FORMATS)
            if picture.width * picture.height > MAX_PIXELS:
                raise PictureRefused(_("This picture has more than 25 million pixels. Please choose a smaller one."))
            picture.load()
            ImageOps.exif_transpose(picture, in_place=True)
            return picture
    except PictureRefused:
        raise
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ) as error:
        raise PictureRefused(UNREADABLE) from error


def as_jpeg(picture, *, max_side, quality=82):
    """The picture anew as a JPEG file, at most `max_side` pixels long, with no metadata at all."""
    flat = on_paper(picture, longest=max_side)
    flat.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    flat.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
    return ContentFile(buffer.getvalue(), name="picture.jpg")


def on_paper(picture, *, longest, paper="white"):
    """The picture opaque, on paper where it was transparent, and not much longer than wanted.

    Strip by strip: only the picture itself lies in memory as a whole, and that once.
    """
    step = max(1, max(picture.size) // longest)
    sheet = Image.new("RGB", [-(-side // step) for side in picture.size], paper)
    for top in range(0, picture.height, STRIP * step):
        strip = picture.crop((0, top, picture.width, min(top + STRIP * step, picture.height)))
        sheet.paste(opaque(strip, paper).reduce(step), (0, top // step))
    return sheet


def opaque(strip, paper):
    if strip.mode.startswith("I"):  # sixteen bits of grey
        strip = strip.point(lambda grey: grey / 256).convert("L")
    layer = strip.convert("RGBA")
    sheet = Image.new("RGB", layer.size, paper)
    sheet.paste(layer, mask=layer.getchannel("A"))
    return sheet
