"""What the site is made of, in CycloneDX: `python -m tests.sbom [FILE]`, from the pinned requirements and what is installed.

Written with each release; it names no registry, only packages, versions, licences and the digests that were pinned.
"""

import argparse
import json
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements" / "base.txt"
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)", re.MULTILINE)
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def pinned(path=REQUIREMENTS):
    """[(name, version, digests)] in the order of the file."""
    text = path.read_text()
    found = list(PINNED.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [
        (match["name"], match["version"], DIGEST.findall(text[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    ]


def licence_of(name):
    """As the package says it: an SPDX expression, else a name, else nothing."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return []
    if expression := told.get("License-Expression"):
        return [{"expression": expression}]
    words = (told.get("License") or "").strip().splitlines()
    if words and len(words[0]) < 60:
        return [{"license": {"name": words[0]}}]
    shelves = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    return [{"license": {"name": shelf}} for shelf in shelves]


def component(name, version, digests):
    ref = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
    hashes = [{"alg": "SHA-256", "content": digest} for digest in digests]
    return {
        "type": "library",
        "bom-ref": ref,
        "name": name,
        "version": version,
        "purl": ref,
        "hashes": hashes,
        "licenses": licence_of(name),
    }


def bom():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    own = {"type": "application", "bom-ref": "chanchala", "name": project["name"], "version": project["version"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own | {"licenses": [{"expression": project["license"]}]}},
        "components": [component(*one) for one in pinned()],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=argparse.FileType("w"), default=sys.stdout)
    json.dump(bom(), parser.parse_args().file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
