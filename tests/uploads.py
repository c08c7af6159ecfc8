"""Files that people upload by mistake or on purpose: made here, byte by byte, so that none lies in the repository."""

import io
import struct
import zipfile
import zlib
from functools import cache

from PIL import Image, PngImagePlugin

PLACE = "GPS-OF-HER-HOUSE"
EVIL = b"<script>alert(1)</script><?php system($_GET[0]); ?>"


def image(mode="RGB", size=(64, 48), fmt="JPEG", **options):
    buffer = io.BytesIO()
    colour = {"RGB": (200, 80, 40), "RGBA": (200, 80, 40, 120), "CMYK": (10, 90, 90, 0), "LA": (90, 90), "P": 3}
    Image.new(mode, size, colour.get(mode, 90)).save(buffer, fmt, **options)
    return buffer.getvalue()


def with_place(fmt="JPEG", orientation=6):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = PLACE
    exif.get_ifd(0x8825)[29] = PLACE
    return image(fmt=fmt, exif=exif)


def with_text():
    info = PngImagePlugin.PngInfo()
    info.add_text("Location", PLACE)
    info.add_itxt("XML:com.adobe.xmp", PLACE)
    return image(fmt="PNG", pnginfo=info)


def animated(fmt="GIF", frames=6):
    buffer = io.BytesIO()
    pages = [Image.new("RGB", (48, 48), (number * 40 % 256, 80, 120)) for number in range(frames)]
    pages[0].save(buffer, fmt, save_all=True, append_images=pages[1:], duration=50)
    return buffer.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width, height, *, bits=8, colour=2):
    """A PNG of few bytes that says, and holds, very many pixels."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    row = b"\0" * (1 + width * bits // 8 * {0: 1, 2: 3, 6: 4}[colour])
    packed = zlib.compressobj(9)
    data = b"".join([*(packed.compress(row) for _ in range(height)), packed.flush()])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def lying(width, height):
    """A header that promises what the data do not hold."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")
    )


def svg(body="<script>alert(1)</script>"):
    return f'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">{body}</svg>'.encode()


def zipped():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("evil.html", EVIL)
    return buffer.getvalue()


def pictures():
    """Kinds and shapes that cameras and programs make."""
    jpeg, png, gif, webp = image(), image(fmt="PNG"), image("P", fmt="GIF"), image(fmt="WEBP")
    return {
        "plain.jpg": jpeg,
        "plain.png": png,
        "plain.gif": gif,
        "plain.webp": webp,
        "grey.jpg": image("L"),
        "cmyk.jpg": image("CMYK"),
        "progressive.jpg": image(progressive=True),
        "one-bit.png": image("1", fmt="PNG"),
        "grey.png": image("L", fmt="PNG"),
        "grey-alpha.png": image("LA", fmt="PNG"),
        "palette.png": image("P", fmt="PNG"),
        "alpha.png": image("RGBA", fmt="PNG"),
        "sixteen-bits.png": image("I;16", fmt="PNG"),
        "alpha.webp": image("RGBA", fmt="WEBP"),
        "lossless.webp": image(fmt="WEBP", lossless=True),
        "avif.avif": image(fmt="AVIF"),
        "heic.heic": image(fmt="HEIF"),
        "animated.gif": animated(),
        "animated.webp": animated("WEBP"),
        "animated.png": animated("PNG"),
        "one-pixel.png": image(size=(1, 1), fmt="PNG"),
        "wide.jpg": image(size=(4000, 2)),
        "tall.jpg": image(size=(2, 4000)),
        "interlaced.png": image(fmt="PNG", optimize=True),
    }


def with_traces():
    """What says where, when and by whom."""
    return {
        "place.jpg": with_place(),
        "place.png": with_place("PNG"),
        "place.webp": with_place("WEBP"),
        "place.heic": with_place("HEIF", orientation=1),
        "place.avif": with_place("AVIF", orientation=1),
        "text.png": with_text(),
        "comment.jpg": image(comment=PLACE.encode()),
        "icc.jpg": image(icc_profile=PLACE.encode() * 20),
        "xmp.webp": image(fmt="WEBP", xmp=PLACE.encode()),
    }


def under_odd_names():
    """Pictures that call themselves something else, or are something else besides."""
    jpeg, png, gif, webp = image(), image(fmt="PNG"), image("P", fmt="GIF"), image(fmt="WEBP")
    return {
        "wrong-ending.png": jpeg,
        "wrong-ending.html": jpeg,
        "no-ending": png,
        "double.php.jpg": jpeg,
        "../../escape.jpg": jpeg,
        "nul\0.jpg": jpeg,
        "ก" * 60 + ".jpg": jpeg,
        "polyglot-html.jpg": jpeg + EVIL,
        "polyglot-zip.png": png + zipped(),
        "polyglot-php.gif": gif + EVIL,
        "polyglot-comment.jpg": image(comment=EVIL),
        "polyglot-riff.webp": webp + EVIL,
    }


def no_pictures():
    """Other things that call themselves pictures."""
    return {
        "empty.jpg": b"",
        "html.jpg": b"<!DOCTYPE html>" + EVIL,
        "svg.svg": svg(),
        "svg.png": svg("<image href='//evil.example/x.png'/>"),
        "svg-doctype.jpg": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + svg("&x;"),
        "pdf.jpg": b"%PDF-1.7\n" + EVIL,
        "zip.png": zipped(),
        "elf.jpg": b"\x7fELF" + bytes(200),
        "php.gif": b"GIF89a" + EVIL,
        "eps.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "bmp.jpg": image(fmt="BMP"),
        "tiff.jpg": image(fmt="TIFF"),
        "icon.png": image(fmt="ICO"),
        "pcx.jpg": image(fmt="PCX"),
        "text.png": b"just words",
        "random.webp": bytes(range(256)) * 8,
    }


def broken():
    """Cut short, lying about their size, or too large."""
    jpeg = image()
    return {
        "bomb.png": bomb(9000, 9000, bits=8, colour=0),
        "lying.png": lying(60_000, 60_000),
        "lying-small.png": lying(4000, 4000),
        "cut.jpg": image(size=(400, 400))[:700],
        "cut.png": image(size=(400, 400), fmt="PNG")[:80],
        "cut.webp": image(size=(400, 400), fmt="WEBP", lossless=True)[:30],
        "cut.heic": image(size=(200, 200), fmt="HEIF")[:300],
        "header-only.png": b"\x89PNG\r\n\x1a\n",
        "too-large.jpg": jpeg + bytes(10 * 1024 * 1024),
        "zero.gif": b"GIF89a\0\0\0\0\0\0\0;",
    }


@cache
def corpus():
    """{name: (bytes, whether it is a picture that we take)}."""
    taken = {**pictures(), **with_traces(), **under_odd_names()}
    refused = {**no_pictures(), **broken()}
    return {
        **{name: (content, True) for name, content in taken.items()},
        **{f"bad-{name}": (content, False) for name, content in refused.items()},
    }


def heavy():
    """The largest that is taken: 25 million pixels, with transparency."""
    return bomb(5000, 4999, bits=8, colour=6)
