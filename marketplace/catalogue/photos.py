"""A listing's photo in the sizes that pages ask for, made once, when it is uploaded."""

import io
from dataclasses import dataclass

from django.core.files.base import ContentFile
from PIL import Image

from network.pictures import on_paper, read_picture

LONGEST = 1600
WIDTHS = [320, 640, 960]
PAPER = (255, 252, 247)  # the page's own colour


@dataclass(frozen=True)
class Renditions:
    """A photo drawn anew: the whole of it, its size in pixels, and smaller ones by their width."""

    whole: ContentFile
    size: tuple
    smaller: dict


def make_renditions(upload):
    """The photo in WebP; a small one is never blown up.

    Drawn anew it holds no EXIF and no place where it was taken. Raises PictureRefused.
    """
    photo = on_paper(read_picture(upload), longest=LONGEST, paper=PAPER)
    photo.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    smaller = {width: as_webp(in_width(photo, width)) for width in WIDTHS if width < photo.width}
    return Renditions(as_webp(photo), photo.size, smaller)


def in_width(photo, width):
    height = max(1, round(photo.height * width / photo.width))
    return photo.resize((width, height), Image.Resampling.LANCZOS)


def as_webp(picture):
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=80, method=4)
    return ContentFile(buffer.getvalue())
