"""Promise 64: what the site is made of is pinned by digests and listed, and no secret is kept in the repository."""

import json
import re
from pathlib import Path

import pytest

from tests import no_secrets, sbom

pytestmark = [pytest.mark.promise(64), pytest.mark.one_database]

ROOT = Path(__file__).parents[2]
# Put together here, so that the file itself holds none.
PLANTED = [
    "-----BEGIN RSA " + "PRIVATE KEY-----",
    "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc",
    "AKIA" + "IOSFODNN7EXAMPLE",
    "ghp_" + "a1B2" * 9,
    "xoxb-" + "1234567890-abcdef",
    "pypi-" + "AgEI" * 14,
    ".".join(["eyJ" + "hbGciOiJIUzI1NiJ9", "eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0", "dozjgNryP4J3jVmN"]),
    "postgres://" + "chanchala:hunter22@db.internal",
    'API_SECRET = "' + "0f9e8d7c6b5a" * 3 + '"',
]


@pytest.mark.parametrize("name", ["base", "dev"])
def test_every_package_is_pinned_with_its_digests(name):
    path = ROOT / "requirements" / f"{name}.txt"
    lines = [line for line in path.read_text().splitlines() if re.match(r"[A-Za-z0-9]", line)]

    pinned = sbom.pinned(path)

    assert len(pinned) == len(lines) > 50
    assert all(digests for _name, _version, digests in pinned)
    assert not re.search(r"^\s*(?:-i|--index-url|--extra-index-url|-e |git\+|https?:)", path.read_text(), re.MULTILINE)


@pytest.mark.parametrize("secret", PLANTED)
def test_a_secret_of_each_shape_is_found(secret):
    assert list(no_secrets.found_in(f"first line\n{secret}\n")) != []


def test_none_is_kept(capsys):
    with pytest.raises(SystemExit) as ended:
        no_secrets.main()
    assert not ended.value.code, capsys.readouterr().out


def test_the_list_of_parts_names_each_with_version_digest_and_licence():
    told = json.loads(json.dumps(sbom.bom()))

    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert len({part["bom-ref"] for part in told["components"]}) == len(sbom.pinned())
    assert all(part["hashes"] and part["licenses"] for part in told["components"])
    assert "django" in {part["name"].lower() for part in told["components"]}
