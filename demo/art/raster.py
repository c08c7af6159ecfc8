"""Turn SVG text into small raster files."""

import io
from pathlib import Path

import resvg_py
from PIL import Image


def render(svg: str, width: int | None = None) -> Image.Image:
    """The picture that `svg` describes, at `width` pixels or at its own size."""
    return Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width)))


def save_png(image: Image.Image, path: Path, colours: int = 128) -> None:
    """Save with a palette: flat marks need few colours and stay sharp."""
    image = image.convert("RGBA")
    image.quantize(colours, method=Image.Quantize.FASTOCTREE).save(path, "PNG", optimize=True)
