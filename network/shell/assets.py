"""The one sheet of the site, bundled, lowered to the browser floor and minified.

`python -m network.shell.assets` prints what a reader has to fetch.
"""

import gzip
from pathlib import Path

import lightningcss

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
SHEET = "css/site.css"
FLOOR = ["chrome 106", "safari 16"]


def bundle(path=STATIC / SHEET):
    """The sheet at `path` with all that it imports, as text for the oldest browsers we serve."""
    return lightningcss.bundle_css(str(path), browsers_list=FLOOR)


def packed(content):
    """How many bytes travel."""
    return len(gzip.compress(content, 9))


def weights():
    """(name, bytes compressed) of the sheet, each script and each font."""
    yield SHEET, packed(bundle().encode())
    for path in sorted(STATIC.glob("js/**/*.js")):
        yield str(path.relative_to(STATIC)), packed(path.read_bytes())
    for path in sorted(STATIC.glob("fonts/*.woff2")):
        yield str(path.relative_to(STATIC)), path.stat().st_size


if __name__ == "__main__":
    for name, size in weights():
        print(f"{size:7,} {name}")
