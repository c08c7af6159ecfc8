"""axe finds nothing on the pages that people buy, give, sell and look after the money with."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from .key_pages import KEY_PAGES

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
}
RUN = f"axe.run({json.dumps(OPTIONS)})"
LOOKS = {
    "th": [(360, "light"), (360, "dark"), (1280, "light")],
    "en": [(360, "light"), (1280, "light")],
}


def stretch(page, width):
    """As tall as the page is long: bars that stay in place then cover only what nobody could scroll out from under."""
    page.set_viewport_size({"width": width, "height": 800})
    length = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": length})


def faults(page):
    """One line per fault that axe finds on the page as it is now."""
    result = page.evaluate(RUN)
    assert len(result["passes"]) > 15, "axe looked at next to nothing"
    return [
        f"{fault['id']}: {node['target'][0]} {node['failureSummary']}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("language", LOOKS)
@pytest.mark.parametrize("key_page", KEY_PAGES, ids=str)
def test_axe_finds_nothing(visitors, key_page, language):
    page = visitors.open(key_page, language)
    page.evaluate(AXE_SCRIPT)
    found = []
    for width, scheme in LOOKS[language]:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        stretch(page, width)
        found += [f"{width} {scheme} {fault}" for fault in faults(page)]
    assert found == []


def test_axe_would_find_what_is_wrong(visitors):
    page = visitors.open(KEY_PAGES[0], "th")
    page.evaluate(AXE_SCRIPT)
    page.evaluate(SPOIL)
    found = {fault.partition(":")[0] for fault in faults(page)}
    assert found >= {"html-has-lang", "color-contrast", "image-alt", "target-size", "region"}


SPOIL = """() => {
  document.documentElement.removeAttribute("lang");
  document.querySelector("h1").style.color = "#eee";
  const rest = document.createElement("div");
  rest.innerHTML = "words in no landmark <img src='/favicon.ico'><button>a</button><button>b</button>";
  for (const button of rest.querySelectorAll("button"))
    Object.assign(button.style, {all: "unset", display: "block", width: "9px", height: "9px", overflow: "hidden"});
  document.body.prepend(rest);
}"""
