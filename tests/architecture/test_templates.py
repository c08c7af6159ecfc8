"""Every template of ours compiles, and none carries what the content policy would refuse."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

FOLDER = settings.ROOT / "templates"
TEMPLATES = sorted(
    str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.suffix in {".html", ".txt", ".xml"}
)
INLINE = re.compile(
    r"<style|<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)(?![^>]*application/(ld\+)?json)|\son[a-z]+=\"|\sstyle=\"|javascript:"
)
# Mail and paper know no content policy.
EXEMPT = ("mail/", "pdf/")


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(name):
    get_template(name)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if not name.startswith(EXEMPT) and "_mail" not in name])
def test_page_carries_nothing_inline(name):
    assert INLINE.findall(Path(FOLDER, name).read_text()) == []
