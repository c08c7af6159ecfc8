"""Draw every picture of the demo into `demo/pictures/`: `python -m demo.art [kind …]`, or `brand` for the icons."""

import json
import sys
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageFilter

from demo.art.brand import draw_brand
from demo.art.gallery import GALLERY, Picture, hang
from demo.art.raster import render

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
LIMITS = {"products": 40_000, "hero": 120_000, "organisations": 12_000, "districts": 12_000}
USUAL_LIMIT = 72_000
GRAIN = 0.05


def paper_grain(image: Image.Image, key: str) -> Image.Image:
    """The picture with the faint mottling of handmade paper, always the same for the same key."""
    size = (image.width // 4, image.height // 4)
    noise = Image.frombytes("L", size, Random(key).randbytes(size[0] * size[1]))
    noise = noise.filter(ImageFilter.GaussianBlur(0.8)).resize(image.size, Image.Resampling.BICUBIC)
    centred = noise.point([128 + round((value - 128) * GRAIN) for value in range(256)])
    return ImageChops.overlay(image, Image.merge("RGB", (centred, centred, centred)))


def encoded(image: Image.Image, limit: int) -> bytes:
    """WebP at the best quality that stays within `limit` bytes."""
    for quality in range(86, 40, -4):
        buffer = BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= limit:
            return buffer.getvalue()
    raise ValueError(f"no quality fits {limit} bytes")


def draw(picture: Picture) -> None:
    image = paper_grain(render(picture.draw(), picture.width).convert("RGB"), picture.key)
    path = PICTURES / picture.kind / f"{picture.key}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded(image, LIMITS.get(picture.kind, USUAL_LIMIT)))


def write_manifest() -> None:
    manifest: dict[str, dict[str, dict]] = {}
    for picture in GALLERY.values():
        manifest.setdefault(picture.kind, {})[picture.key] = {
            "file": f"{picture.kind}/{picture.key}.webp",
            "width": picture.width,
            "height": picture.height,
            "alt": {"th": picture.th, "en": picture.en},
        }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (PICTURES / "manifest.json").write_text(text + "\n", encoding="utf-8")


def main(kinds: list[str]) -> None:
    if "brand" in kinds or not kinds:
        draw_brand()
    hang()
    if unknown := set(kinds) - {"brand"} - {name for pair in GALLERY for name in pair}:
        raise SystemExit(f"no such kind or picture: {', '.join(sorted(unknown))}")
    for picture in GALLERY.values():
        if not kinds or picture.kind in kinds or picture.key in kinds:
            draw(picture)
    write_manifest()


if __name__ == "__main__":
    main(sys.argv[1:])
