"""Making the files that readers are sent: when a page is published, never while somebody waits for it."""

from django.db import transaction
from wagtail.models import Page

from network.cards.actions import refresh_cards

WIDTHS = {
    "wide": [(480, 320), (800, 533), (1200, 800)],
    "tall": [(400, 500), (640, 800), (960, 1200)],
    "square": [(200, 200), (400, 400)],
}
FULL = [640, 1000, 1600]
SHARE = (1200, 630)


def recipes(picture, shape):
    """Wagtail's filter specs for one shape, smallest first; nothing is blown up."""
    if shape == "share":
        return [f"fill-{SHARE[0]}x{SHARE[1]}|format-jpeg"]
    if shape == "full":
        widths = [width for width in FULL if width < picture.width]
        return [*(f"width-{width}|format-webp" for width in widths), *whole(picture, "full")]
    sizes = [size for size in WIDTHS[shape] if size[0] <= picture.width and size[1] <= picture.height]
    sizes = sizes or WIDTHS[shape][:1]
    fills = [f"fill-{width}x{height}|format-webp" for width, height in sizes]
    return [spec for spec, size in zip(fills, sizes, strict=True) if size != (picture.width, picture.height)]


def whole(picture, shape):
    """The largest file of the "full" shape: the picture itself, unless it is larger than anybody needs."""
    return [] if picture.width <= FULL[-1] and is_webp(picture) else [f"max-{FULL[-1]}x{FULL[-1]}|format-webp"]


def is_webp(picture):
    return picture.file.name.lower().endswith(".webp")


def store_renditions(picture, shapes):
    """Make what is missing of these shapes and note it on the picture; True if something was new."""
    if picture.stored.get("of") != basis(picture):
        picture.stored = {"of": basis(picture)}
    missing = [shape for shape in shapes if shape not in picture.stored]
    if not missing:
        return False
    specs = {shape: recipes(picture, shape) for shape in missing}
    made = picture.get_renditions(*{spec for several in specs.values() for spec in several})
    for shape in missing:
        files = [[made[spec].file.name, made[spec].width, made[spec].height] for spec in specs[shape]]
        if fits_as_it_is(picture, shape):
            files.append([picture.file.name, picture.width, picture.height])
        picture.stored[shape] = files
    type(picture).objects.filter(pk=picture.pk).update(stored=picture.stored)
    return True


def fits_as_it_is(picture, shape):
    """Is the uploaded file itself one of the sizes?"""
    if not is_webp(picture):
        return False
    if shape == "full":
        return picture.width <= FULL[-1]
    return (picture.width, picture.height) in WIDTHS.get(shape, [])


@transaction.atomic
def prepare_pictures(page):
    """Make the files that this page and its card show, then let the card know."""
    wanted = [(page.picture, page.picture_shapes), (page.share_picture, ["share"])]
    for name in page.streams:
        for block in getattr(page, name):
            wanted += pictures_of(block)
    new = [store_renditions(picture, shapes) for picture, shapes in wanted if picture]
    if any(new) and page.ref:
        refresh_cards(page.ref)


def pictures_of(block):
    """The pictures of one block and the shapes it shows them in."""
    if block.block_type == "picture":
        return [(block.value["picture"], ["full"])]
    if block.block_type == "gallery":
        return [(picture, ["tall"]) for picture in block.value["pictures"]]
    if block.block_type == "video":
        return [(block.value["poster"], ["full"])]
    return []


def basis(picture):
    """What the files were made of: another upload or focal point makes them old."""
    return f"{picture.file.name} {picture.focal_point_x} {picture.focal_point_y} {picture.focal_point_width}"


@transaction.atomic
def renew_picture(picture):
    """Make its files anew where they are old, and let the cards of the pages that use it know."""
    users = [user for user, _references in picture.get_usage() if isinstance(user, Page)]
    for page in Page.objects.filter(pk__in=[user.pk for user in users], live=True).specific():
        prepare_pictures(page)
        if page.ref:
            refresh_cards(page.ref)
