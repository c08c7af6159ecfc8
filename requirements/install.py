"""`python requirements/install.py dev.txt`: install one of these lists with as many pips as there are cores.

Unpacking is most of the work and one pip uses one core. The lists are complete and hashed, so no pip needs to know
what the others install.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PIP = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
PIP += ["--require-hashes", "--no-deps", "--requirement"]
PINNED = re.compile(r"^(?=\w)", re.MULTILINE)


def shares(text, count):
    """The list's pins, each with its hashes, dealt out like cards."""
    pins = PINNED.split(text)[1:]
    return ["".join(pins[number::count]) for number in range(count)]


def install(path):
    """Raises CalledProcessError when any pip failed."""
    with tempfile.TemporaryDirectory() as folder:
        pips = []
        for number, share in enumerate(shares(path.read_text(), os.cpu_count() or 1)):
            part = Path(folder, f"{number}.txt")
            part.write_text(share)
            pips.append(subprocess.Popen([*PIP, str(part)]))
        for pip in pips:
            if pip.wait():
                raise subprocess.CalledProcessError(pip.returncode, pip.args)


if __name__ == "__main__":
    install(Path(__file__).parent / sys.argv[1])
