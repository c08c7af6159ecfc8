"""No secret in the repository: `python -m tests.no_secrets`. Exit 1 names each place; what is meant to look like one is listed."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
LARGEST = 1_000_000  # bytes
SHAPES = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    "Stripe key": re.compile(r"\b(?:sk|rk)_live_[0-9A-Za-z]{10,}|\bwhsec_[0-9A-Za-z+/]{24,}"),
    "cloud key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[0-9A-Za-z_-]{35}\b"),
    "access token": re.compile(
        r"\bgh[pousr]_[0-9A-Za-z]{30,}|\bglpat-[0-9A-Za-z_-]{20}|\bxox[abprs]-[0-9A-Za-z-]{10,}"
    ),
    "package token": re.compile(r"\bpypi-[0-9A-Za-z_-]{50,}|\bnpm_[0-9A-Za-z]{36}\b"),
    "web token": re.compile(r"\beyJ[0-9A-Za-z_-]{15,}\.eyJ[0-9A-Za-z_-]{15,}\.[0-9A-Za-z_-]{10,}"),
    "password in an address": re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s/:@{}$<>'\"]+:[^\s/:@{}$<>'\"]{3,}@[\w.-]+"),
    "assigned secret": re.compile(
        r"(?i)\b\w*(?:secret|passwd|password|api_?key|token)\w*[\"']?\s*[:=]\s*[\"'](?=[^\"']*[0-9])(?=[^\"']*[a-z])"
        r"[0-9a-z+/_=-]{24,}[\"']"
    ),
}
# What looks like one and opens nothing: examples of documents and tests.
MEANT = (
    "://user:password@",
    ":PASSWORD@127.0.0.1",
    ":password@mail.example.org",
    '"sk_live_0123456789"',
    "a-secret-that-is-long-enough-for-the-check",
)


def tracked():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in names.split("\0") if name and (ROOT / name).is_file()]


def is_meant(text, match):
    around = text[max(0, match.start() - 3) : match.end() + 3]
    return any(words in around for words in MEANT)


def found_in(text):
    """(line, what it looks like) of all that could be a secret."""
    for shape, pattern in SHAPES.items():
        for match in pattern.finditer(text):
            if is_meant(text, match):
                continue
            yield text.count("\n", 0, match.start()) + 1, shape


def main():
    faults = []
    for name in tracked():
        path = ROOT / name
        raw = path.read_bytes()[:LARGEST]
        if b"\0" not in raw:
            text = raw.decode(errors="ignore")
            faults += [f"{name}:{line}: looks like a {shape}" for line, shape in found_in(text)]
    print("\n".join(faults) or "No secret is kept here.")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
