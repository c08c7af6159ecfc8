"""The style guide in a real browser: readable by everyone, wide enough nowhere, alive where a script helps."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("th", 360, "dark"), ("en", 1280, "light")],
)
def test_axe_finds_nothing(open_page, language, width, scheme):
    page = open_page("/styleguide/", language, width, color_scheme=scheme)
    assert [fault["id"] for fault in Axe().run(page, options=RULES).response["violations"]] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out(open_page, width):
    page = open_page("/styleguide/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_letters_come_from_our_own_fonts(open_page):
    page = open_page("/styleguide/")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => `${f.family} ${f.weight}`)")
    assert {name.replace('"', "") for name in loaded} >= {"Sarabun 400", "Sarabun 700", "Trirong 600"}


def test_without_script_everything_can_still_be_chosen_and_sent(open_page):
    page = open_page("/styleguide/", java_script_enabled=False)
    assert page.locator("input[name=quantity]").is_visible()
    assert not page.locator("[data-part=less]").first.is_visible()
    assert page.locator("input[type=file]").first.is_visible()


def test_plus_and_minus_stay_within_what_there_is(open_page):
    page = open_page("/styleguide/")
    stepper = page.locator("[data-controller=stepper]").first
    less, more, field = (
        stepper.locator("[data-part=less]"),
        stepper.locator("[data-part=more]"),
        stepper.locator("input"),
    )
    assert less.is_disabled()
    for _ in range(8):
        more.click()
    assert field.input_value() == "9"
    assert more.is_disabled()
    less.click()
    assert field.input_value() == "8"


def test_the_basket_shows_what_its_cookie_says(open_page):
    page = open_page("/styleguide/")
    figure = page.locator("[data-controller=basket] [data-part=count]")
    assert not figure.is_visible()
    page.evaluate("document.cookie = 'basket_count=12; path=/'; document.dispatchEvent(new Event('basket:changed'))")
    assert figure.inner_text() == "12"


def test_copying_says_that_it_is_done(open_page):
    page = open_page("/styleguide/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-controller=copy]").first.click()
    page.get_by_text("คัดลอกแล้ว").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "080-123-4567"


def test_a_photo_is_made_small_and_forgets_where_it_was_taken(open_page):
    picture = Image.new("RGB", (4000, 3000), "#0f6b68")
    exif = picture.getexif()
    exif[0x010F] = "A camera that tells"
    original = io.BytesIO()
    picture.save(original, "JPEG", exif=exif)

    page = open_page("/styleguide/")
    page.locator("#id_slip").set_input_files(
        {"name": "slip.jpg", "mimeType": "image/jpeg", "buffer": original.getvalue()}
    )
    page.locator("#id_slip_preview").wait_for(state="visible")
    sent = page.evaluate(
        "async () => [...new Uint8Array(await document.querySelector('#id_slip').files[0].arrayBuffer())]"
    )

    small = Image.open(io.BytesIO(bytes(sent)))
    assert small.size == (1600, 1200)
    assert small.format == "WEBP"
    assert not small.getexif()
    assert len(sent) < len(original.getvalue())


def test_a_draft_outlives_the_page_until_it_is_sent(open_page):
    page = open_page("/styleguide/")
    page.locator("#id_name").fill("สมใจ")
    page.locator("#id_terms").check()
    page.reload(wait_until="networkidle")
    assert page.locator("#id_name").input_value() == "สมใจ"
    assert page.locator("#id_terms").is_checked()
    page.evaluate("document.querySelector('#id_name').form.dispatchEvent(new Event('submit'))")
    page.reload(wait_until="networkidle")
    assert page.locator("#id_name").input_value() == ""


def test_a_gallery_moves_by_buttons_too(open_page):
    page = open_page("/styleguide/", reduced_motion="reduce")
    gallery = page.locator("[data-controller=gallery]:has([data-part=count])")
    gallery.locator("[data-part=on]").click()
    gallery.get_by_text("2 / 3").wait_for()
    assert gallery.locator("[data-part=back]").is_enabled()


def test_an_open_menu_closes_at_escape_and_gives_the_focus_back(open_page):
    page = open_page("/styleguide/")
    menu = page.locator("details.help")
    menu.locator("summary").click()
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.parametrize(("locale", "offered"), [("en-GB", True), ("th-TH", False)])
def test_a_reader_of_another_language_is_asked_and_never_moved(open_page, locale, offered):
    page = open_page("/styleguide/", locale=locale)
    page.context.clear_cookies()
    page.reload(wait_until="networkidle")
    assert page.locator("[data-controller=suggest]").is_visible() == offered
    assert page.locator("html").get_attribute("lang") == "th"


def test_htmx_is_left_out_where_no_part_of_the_page_asks_for_it(open_page):
    page = open_page("/styleguide/")
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [name for name in names if "htmx" in name] == []


def test_the_first_view_stays_light(open_page):
    page = open_page("/styleguide/")
    fonts = "performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('woff2'))"
    assert sum(page.evaluate(f"{fonts}.map(entry => entry.encodedBodySize)")) <= 80 * 1024
