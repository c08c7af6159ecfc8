"""Where things lie, and the one reader of the environment."""

from pathlib import Path

import environ

env = environ.Env()

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = Path(env("CHANCHALA_VAR", default=ROOT / "var"))
