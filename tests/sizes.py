"""A report, not a gate: what has grown beyond the house's measure. `python -m tests.sizes`."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIMITS = {".py": 400, ".html": 80, ".css": 150}
FUNCTION, USUAL = 40, 20


def tracked():
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return [ROOT / name for name in names if "/migrations/" not in name and (ROOT / name).exists()]


def functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


def main():
    lengths = []
    for path in tracked():
        lines = path.read_text(errors="replace").count("\n") if path.suffix in LIMITS else 0
        if lines > LIMITS.get(path.suffix, 0):
            print(f"{path.relative_to(ROOT)}: {lines} lines (measure {LIMITS[path.suffix]})")
        if path.suffix == ".py":
            for name, length in functions(path):
                lengths.append(length)
                if length > FUNCTION:
                    print(f"{path.relative_to(ROOT)}: {name} has {length} lines (measure {FUNCTION})")
    within = sum(length <= USUAL for length in lengths)
    print(f"{within / max(1, len(lengths)):.0%} of {len(lengths)} functions are within {USUAL} lines.")


if __name__ == "__main__":
    main()
