"""Compile the translations: gettext's own tools are not on a bare machine.

`python -m network.words.catalogues` turns every `locale/<room>/<language>/LC_MESSAGES/django.po` that is
newer than its `.mo` into one.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent.parent / "locale"
COMPLETE = "th"
# Without a catalogue Django would answer in the site's first language, which is Thai.
IN_ENGLISH = ["ms", "zh_Hans"]


def compile_catalogues():
    for source in LOCALE.glob("*/*/LC_MESSAGES/django.po"):
        write_if_older(source.with_suffix(".mo"), source, read)
    for source in LOCALE.glob(f"*/{COMPLETE}/LC_MESSAGES/django.po"):
        for language in IN_ENGLISH:
            compiled = source.parents[2] / language / "LC_MESSAGES" / "django.mo"
            if not compiled.with_suffix(".po").exists():
                write_if_older(compiled, source, english)


def write_if_older(compiled, source, catalogue_of):
    if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with compiled.open("wb") as mo:
            write_mo(mo, catalogue_of(source))


def read(source):
    with source.open("rb") as po:
        return read_po(po, locale=source.parent.parent.name.replace("-", "_"))


def english(source):
    """The strings of that catalogue as the code has them, for a language that nobody has translated them into."""
    catalogue = Catalog(locale="en")
    for message in read(source):
        if message.id:
            catalogue.add(message.id, message.id, context=message.context)
    return catalogue


if __name__ == "__main__":
    compile_catalogues()
