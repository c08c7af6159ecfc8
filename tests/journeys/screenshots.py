"""`make screenshots`: twelve key pages on a Thai phone and an English desktop, written into docs/screenshots/.

JOURNEY_SITE names a demo that runs already; without it one is started and stopped again. SCREENSHOTS_INTO is another folder
and SCREENSHOTS_SCHEME=dark shows the evening colours.
"""

import io
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from .browser import DESKTOP, FLAGS, HOW_TO_GET_CHROMIUM, PHONE, ROOT, Site, find_chromium
from .key_pages import KEY_PAGES, Visitors

FOLDER = ROOT / "docs/screenshots"
SHOWN = [
    "home",
    "story",
    "shop",
    "product",
    "basket",
    "checkout",
    "fund",
    "pledge",
    "ledger",
    "member",
    "desk",
    "listing",
]
LOOKS = [("phone", "th", "th-TH", PHONE), ("desktop", "en", "en-GB", DESKTOP)]
LONGEST = 1800
SCHEME = os.environ.get("SCREENSHOTS_SCHEME", "light")


@contextmanager
def running_site():
    """The address of a demo."""
    if address := os.environ.get("JOURNEY_SITE"):
        yield address
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        try:
            yield site.url
        finally:
            site.stop()


def picture_of(page, size):
    """The page from its top, as far down as a look needs; bars that stay in place stand at its end."""
    page.set_viewport_size(size)
    length = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
    page.set_viewport_size({"width": size["width"], "height": length})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    return Image.open(io.BytesIO(page.screenshot(animations="disabled")))


def take(visitors, device, size, folder):
    for key_page in (page for page in KEY_PAGES if page.name in SHOWN):
        picture = picture_of(visitors.open(key_page, visitors.language), size)
        path = folder / f"{key_page.name}-{device}-{visitors.language}.jpg"
        picture.convert("RGB").save(path, quality=80, optimize=True, progressive=True)
        print(f"{path.stat().st_size // 1024:5} KB {path.name}", flush=True)


def main():
    chromium = find_chromium()
    if not chromium:
        sys.exit(f"No pictures were taken. {HOW_TO_GET_CHROMIUM}")
    folder = Path(os.environ.get("SCREENSHOTS_INTO", FOLDER))
    folder.mkdir(parents=True, exist_ok=True)
    with running_site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for device, language, locale, size in LOOKS:
            window = {"viewport": size, "locale": locale, "color_scheme": SCHEME, "reduced_motion": "reduce"}
            visitors = Visitors(browser, address, language=language, **window)
            take(visitors, device, size, folder)
            visitors.close()
        browser.close()


if __name__ == "__main__":
    main()
