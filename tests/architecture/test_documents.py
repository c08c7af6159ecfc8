"""What the documents tell people to type is there to be typed."""

import re

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

DOCUMENTS = sorted([*settings.ROOT.glob("*.md"), *settings.ROOT.glob("docs/*.md")])
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
COMMAND = re.compile(r"(?:manage\.py|^chanchala|`chanchala) ([a-z_]+)([^\n`&|;]*)", re.MULTILINE)
TARGET = re.compile(r"(?:^|`)make ([a-z-]+)", re.MULTILINE)
OPTION = re.compile(r"(--[a-z-]+)")
LINK = re.compile(r"\]\(([^)#:\s]+)")
SELF_HOSTING = [settings.ROOT / "docs" / name for name in ("self-hosting.md", "self-hosting.th.md")]


def code_of(document):
    return "\n".join(CODE.findall(document.read_text(encoding="utf-8")))


def options_of(name):
    command = load_command_class(get_commands()[name], name)
    return command.create_parser("manage.py", name)._option_string_actions


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_option_target_and_link_exists(document):
    code = code_of(document)
    named = COMMAND.findall(code)
    assert [name for name, _rest in named if name not in get_commands()] == []
    asked = {(name, option) for name, rest in named for option in OPTION.findall(rest)}
    assert [(name, option) for name, option in sorted(asked) if option not in options_of(name)] == []
    targets = re.findall(r"^([a-z-]+):", (settings.ROOT / "Makefile").read_text(), re.MULTILINE)
    assert [target for target in TARGET.findall(code) if target not in targets] == []
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_both_languages_tell_the_same_commands():
    english, thai = (
        [block for block in re.findall(r"```.*?```", path.read_text(), re.DOTALL)] for path in SELF_HOSTING
    )
    assert [without_language(block) for block in thai] == [without_language(block) for block in english]
    assert len(english) > 10
    names = {name for name, _rest in COMMAND.findall(code_of(SELF_HOSTING[0]))}
    assert {"setup_site", "backup", "restore", "migrate", "ledger_check", "doctor", "run_outbox"} <= names


def without_language(block):
    return block.replace(" --language en", "")
