"""The site's own sign, a square picture, in the sizes that pages and phones ask for."""

import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.templatetags.static import static
from PIL import Image, ImageOps

from network.words.public_ids import new_public_id

from .identity import identity

SIDES = (72, 180, 192, 512)
SMALLEST = 192
FLAT = 180  # an iPhone paints what is transparent black


def draw_sign(picture):
    """Store a PIL picture as a sign, made square on clear ground; returns its folder. Each upload has one of its own."""
    folder = f"site/{new_public_id()}"
    for side in SIDES:
        square = ImageOps.pad(picture.convert("RGBA"), (side, side), color=(0, 0, 0, 0))
        default_storage.save(name_of(folder, side), as_png(on_white(square) if side == FLAT else square))
    return folder


def on_white(picture):
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture)
    return white.convert("RGB")


def as_png(picture):
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return ContentFile(buffer.getvalue())


def name_of(folder, side):
    return f"{folder}/sign-{side}.png"


def sign_address(side):
    """Of the site's own sign, or "" where it has none."""
    folder = identity().sign
    return default_storage.url(name_of(folder, side)) if folder else ""


def share_picture():
    """(address, width, height) of what is shown of a page that has no picture."""
    own = sign_address(512)
    return (own, 512, 512) if own else (static("brand/og-default.png"), 1200, 630)
