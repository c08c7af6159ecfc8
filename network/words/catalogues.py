"""Compile the translations: gettext's own tools are not on a bare machine.

`python -m network.words.catalogues` turns every `locale/<room>/<language>/LC_MESSAGES/django.po` that is
newer than its `.mo` into one.
"""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent.parent / "locale"


def compile_catalogues():
    for source in LOCALE.glob("*/*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with source.open("rb") as po, compiled.open("wb") as mo:
                write_mo(mo, read_po(po, locale=source.parent.parent.name.replace("-", "_")))


if __name__ == "__main__":
    compile_catalogues()
