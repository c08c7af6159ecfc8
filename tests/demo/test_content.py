"""The demo's texts and figures hold together."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONTENT = Path(__file__).resolve().parents[2] / "demo" / "content"


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, folder / "validate.py"], capture_output=True, text=True, check=False)


@pytest.fixture
def spoilable(tmp_path) -> Path:
    """A copy of the content that a test may damage."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def damage(folder: Path, name: str, change) -> None:
    path = folder / name
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_the_content_is_valid():
    checked = validate(CONTENT)

    assert checked.stdout.splitlines()[-1] == "OK"
    assert checked.returncode == 0


def test_a_product_of_an_unknown_enterprise_is_found(spoilable):
    damage(spoilable, "products.json", lambda data: data["products"][0].update(enterprise="nobody"))

    checked = validate(spoilable)

    assert checked.returncode == 1
    assert "nobody" in checked.stdout


def test_a_telephone_number_in_a_text_is_found(spoilable):
    damage(spoilable, "stories.json", lambda data: data["stories"][0]["standfirst"].update(en="Call 0812345678"))

    checked = validate(spoilable)

    assert checked.returncode == 1
    assert "contact data" in checked.stdout
